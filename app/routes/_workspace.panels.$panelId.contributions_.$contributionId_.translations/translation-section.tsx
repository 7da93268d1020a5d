import { useForm, type SubmissionResult } from '@conform-to/react';
import { Form } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { directionOf, type Language } from '#surveys/model/languages.ts';
import { Button } from '../../components/button.tsx';
import { ErrorSummary } from '../../components/error-summary.tsx';
import { errorLinks, fieldProps } from '../../components/form-fields.ts';
import { SpokenWords } from '../../components/spoken-words.tsx';
import { TextareaField } from '../../components/textarea-field.tsx';
import { TokenField } from '../../components/token-field.tsx';
import { TranslationNote } from '../../components/translation-note.tsx';
import { useLocal } from '../../components/use-local.ts';
import type { getTranslations } from '../../services/contributions/get-translations.server.ts';

type Translation = Awaited<ReturnType<typeof getTranslations>>['translations'][number];

interface TranslationSectionProps {
  original: { text: string; language: string };
  source: string;
  language: Language;
  translation: Translation | null;
  model: string | null;
  result: SubmissionResult | null;
}

function CheckForm({ language, translation }: { language: Language; translation: Translation }) {
  const { t } = useTranslation('moderation');
  if (translation.checkedBy !== null) return null;
  if (translation.isOwn) return <p className="muted">{t('translate.own')}</p>;
  return (
    <Form method="post">
      <TokenField />
      <input type="hidden" name="language" value={language} />
      <input type="hidden" name="revision" value={translation.revision} />
      <Button tone="secondary" name="intent" value="check">
        {t('translate.check')}
      </Button>
    </Form>
  );
}

function DraftForm({ language, model }: { language: Language; model: string }) {
  const { t } = useTranslation('moderation');
  return (
    <Form method="post" className="stack">
      <TokenField />
      <input type="hidden" name="language" value={language} />
      <p className="muted">{t('translate.draftText')}</p>
      <Button tone="secondary" name="intent" value="draft">
        {t('translate.draft', { model })}
      </Button>
    </Form>
  );
}

/** One language: the words, beside them the translation as it stands and a field for other words. */
export function TranslationSection(props: TranslationSectionProps) {
  const { original, source, language, translation, model, result } = props;
  const { t } = useTranslation(['moderation', 'common']);
  const { nameOf } = useLocal();
  const [form, fields] = useForm<{ text: string }>({
    id: `translation-${language}`,
    lastResult: result,
    defaultValue: { text: translation?.text ?? '' },
  });
  const say = (code: string) => t(`moderation:problem.${code as 'text-missing'}`);
  const isOpen = translation !== null || result !== null;
  return (
    <details open={isOpen}>
      <summary>{t('moderation:translate.into', { language: nameOf(language) })}</summary>
      <div className="side-by-side">
        <SpokenWords text={original.text} language={original.language} />
        <div className="stack">
          {translation ? (
            <>
              <SpokenWords text={translation.text} language={language} />
              <TranslationNote translation={translation} />
              <CheckForm language={language} translation={translation} />
            </>
          ) : null}
          {translation === null && model !== null ? (
            <DraftForm language={language} model={model} />
          ) : null}
          <ErrorSummary title={t('common:errorSummary')} errors={errorLinks([fields.text], say)} />
          <Form method="post" id={form.id} noValidate className="stack">
            <TokenField />
            <input type="hidden" name="language" value={language} />
            <input type="hidden" name="revision" value={translation?.revision ?? 0} />
            <input type="hidden" name="source" value={source} />
            <TextareaField
              {...fieldProps(fields.text, say)}
              label={t('moderation:translate.words')}
              lang={language}
              dir={directionOf(language)}
              rows={5}
            />
            <Button name="intent" value="save">
              {t('moderation:translate.save')}
            </Button>
          </Form>
        </div>
      </div>
    </details>
  );
}
