import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.tsx';
import { choiceId } from '../../components/choice-set.tsx';
import { RadioRows } from '../../components/radio-rows.tsx';
import { TextareaField } from '../../components/textarea-field.tsx';
import { TokenField } from '../../components/token-field.tsx';
import { useSay } from '../../components/use-say.ts';
import type { Language } from '#surveys/model/languages.ts';
import type { ThemeCheck } from '../../services/taking-part/get-theme-check.server.ts';
import { replyVerdictNames } from '../../services/themes/reply-verdicts.ts';

interface ReplyFormProps {
  check: ThemeCheck;
  language: Language;
  /** What was typed, where it came back. */
  sent: Record<string, unknown> | null | undefined;
  error: Record<string, string[] | null> | null | undefined;
}

/** Where each field is on the page. */
export const replyFields = {
  verdict: choiceId('verdict', 0),
  words: 'words',
  matters: 'matters',
  about: choiceId('about', 0),
};

/** "Yes", "something is missing", "that is not what I meant", and words. */
export function ReplyForm({ check, language, sent, error }: ReplyFormProps) {
  const { t } = useTranslation('panel');
  const say = useSay();
  const wrong = (name: string) => {
    const [code] = error?.[name] ?? [];
    return code === undefined ? undefined : say(code);
  };
  const typed = (name: string) => (typeof sent?.[name] === 'string' ? sent[name] : undefined);
  const verdict = typed('verdict') ?? check.reply?.verdict;
  return (
    <form method="post" noValidate>
      <TokenField isPersonal />
      <input type="hidden" name="language" value={language} />
      <RadioRows
        id="verdict"
        name="verdict"
        legend={t('themes.question')}
        options={replyVerdictNames.map((value) => ({ value, label: t(`themes.verdict.${value}`) }))}
        value={verdict}
        error={wrong('verdict')}
      />
      <TextareaField
        id="words"
        name="words"
        label={t('themes.words')}
        hint={t('themes.wordsHint')}
        error={wrong('words')}
        defaultValue={typed('words') ?? check.reply?.words ?? ''}
        maxLength={2000}
        dir="auto"
      />
      <TextareaField
        id="matters"
        name="matters"
        label={t('themes.matters')}
        hint={t('themes.mattersHint')}
        error={wrong('matters')}
        defaultValue={typed('matters') ?? ''}
        maxLength={2000}
        dir="auto"
      />
      {check.own.length > 1 ? (
        <RadioRows
          id="about"
          name="about"
          legend={t('themes.about')}
          hint={t('themes.aboutHint')}
          options={check.own.map(({ id, text }) => ({ value: id, label: text }))}
          value={typed('about')}
          error={wrong('about')}
        />
      ) : null}
      <div className="actions">
        <Button>{t('themes.send')}</Button>
      </div>
    </form>
  );
}
