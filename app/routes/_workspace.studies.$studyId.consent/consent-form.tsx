import { useForm, type SubmissionResult } from '@conform-to/react';
import { Form } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { directionOf } from '#surveys/model/languages.ts';
import { Button } from '../../components/button.tsx';
import { ErrorSummary } from '../../components/error-summary.tsx';
import { errorLinks, fieldProps } from '../../components/form-fields.ts';
import { TextareaField } from '../../components/textarea-field.tsx';
import { TokenField } from '../../components/token-field.tsx';
import { useLocal } from '../../components/use-local.ts';
import type { getConsent } from '../../services/studies/get-consent.server.ts';
import type { consentSchema } from './consent-schema.ts';

interface ConsentFormProps {
  texts: Awaited<ReturnType<typeof getConsent>>['texts'];
  result: SubmissionResult | null;
}

export function ConsentForm({ texts, result }: ConsentFormProps) {
  const { t } = useTranslation(['studies', 'errors', 'common']);
  const { nameOf } = useLocal();
  const [form, fields] = useForm<z.input<typeof consentSchema>>({
    id: 'consent',
    lastResult: result,
    defaultValue: Object.fromEntries(texts.map(({ language, text }) => [language, text])),
  });
  const say = (code: string) => t(`errors:${code as 'consent-long'}`);
  return (
    <>
      <ErrorSummary
        title={t('common:errorSummary')}
        errors={errorLinks(
          texts.map(({ language }) => fields[language]),
          say,
        )}
      />
      <Form method="post" id={form.id}>
        <TokenField />
        {texts.map(({ language, isSaved }) => (
          <TextareaField
            key={language}
            {...fieldProps(fields[language], say)}
            label={nameOf(language)}
            hint={isSaved ? undefined : t('studies:consent.proposed')}
            rows={14}
            lang={language}
            dir={directionOf(language)}
          />
        ))}
        <Button>{t('studies:consent.submit')}</Button>
      </Form>
    </>
  );
}
