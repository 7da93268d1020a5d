import { useForm, type SubmissionResult } from '@conform-to/react';
import { Form } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import type { Language } from '#surveys/model/languages.ts';
import { Button } from '../../components/button.tsx';
import { ErrorSummary } from '../../components/error-summary.tsx';
import { errorLinks } from '../../components/form-fields.ts';
import {
  localErrorFields,
  LocalTextFields,
  type LocalValues,
} from '../../components/local-text-fields.tsx';
import { TokenField } from '../../components/token-field.tsx';
import { useSay } from '../../components/use-say.ts';
import type {
  ConsentPart,
  getConsentTexts,
} from '../../services/panels/get-consent-texts.server.ts';

interface ConsentTextsFormProps {
  texts: Awaited<ReturnType<typeof getConsentTexts>>['texts'];
  languages: readonly Language[];
  result: SubmissionResult | null;
}

/** Each purpose is agreed to by itself, so each has words of its own. */
export function ConsentTextsForm({ texts, languages, result }: ConsentTextsFormProps) {
  const { t } = useTranslation(['panels', 'common']);
  const say = useSay();
  const [form, fields] = useForm<Record<ConsentPart, LocalValues>>({
    id: 'consent',
    lastResult: result,
    defaultValue: Object.fromEntries(texts.map(({ part, text }) => [part, text])),
  });
  return (
    <>
      <ErrorSummary
        title={t('common:errorSummary')}
        errors={errorLinks(
          texts.flatMap(({ part }) => localErrorFields(fields[part], languages)),
          say,
        )}
      />
      <Form method="post" id={form.id} noValidate>
        <TokenField />
        {texts.map(({ part, proposed }) => (
          <LocalTextFields
            key={part}
            field={fields[part]}
            languages={languages}
            legend={t(`panels:consent.part.${part}`)}
            rows={part === 'intro' ? 8 : 4}
            proposed={{ languages: proposed, text: t('panels:proposed') }}
            say={say}
          />
        ))}
        <Button>{t('panels:consent.save')}</Button>
      </Form>
    </>
  );
}
