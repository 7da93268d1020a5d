import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.tsx';
import { RadioRows } from '../../components/radio-rows.tsx';
import { TextareaField } from '../../components/textarea-field.tsx';
import { TokenField } from '../../components/token-field.tsx';
import type { Language } from '#surveys/model/languages.ts';
import type { ThemeCheck } from '../../services/taking-part/get-theme-check.server.ts';
import { replyVerdictNames } from '../../services/themes/reply-verdicts.ts';

interface ReplyFormProps {
  check: ThemeCheck;
  language: Language;
  /** What was typed, where it came back. */
  sent: Record<string, unknown> | null | undefined;
}

/** "Yes", "something is missing", "that is not what I meant", and words. */
export function ReplyForm({ check, language, sent }: ReplyFormProps) {
  const { t } = useTranslation('panel');
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
      />
      <TextareaField
        id="words"
        name="words"
        label={t('themes.words')}
        hint={t('themes.wordsHint')}
        defaultValue={typed('words') ?? check.reply?.words ?? ''}
        maxLength={2000}
        dir="auto"
      />
      <TextareaField
        id="matters"
        name="matters"
        label={t('themes.matters')}
        hint={t('themes.mattersHint')}
        defaultValue={typed('matters') ?? ''}
        maxLength={2000}
        dir="auto"
      />
      <div className="actions">
        <Button>{t('themes.send')}</Button>
      </div>
    </form>
  );
}
