import { useForm, type SubmissionResult } from '@conform-to/react';
import { Form } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.tsx';
import { ErrorSummary } from '../../components/error-summary.tsx';
import { errorLinks, fieldProps } from '../../components/form-fields.ts';
import { TextField } from '../../components/text-field.tsx';
import { TokenField } from '../../components/token-field.tsx';

interface RequestFormProps {
  result: SubmissionResult | undefined;
  /** Whether this installation sends mail. */
  mailed: boolean;
}

export function RequestForm({ result, mailed }: RequestFormProps) {
  const { t } = useTranslation(['sign-in', 'common']);
  const [form, fields] = useForm<{ email: string }>({
    id: 'sign-in-link',
    lastResult: result ?? null,
    constraint: { email: { required: true } },
  });
  const say = (code: string) => t(`problem.${code as 'email-invalid'}`);
  return (
    <>
      <ErrorSummary title={t('common:errorSummary')} errors={errorLinks([fields.email], say)} />
      <p>{t(mailed ? 'link.lead' : 'link.leadNoMail')}</p>
      <Form method="post" id={form.id} noValidate>
        <TokenField />
        <TextField
          {...fieldProps(fields.email, say)}
          type="email"
          autoComplete="username"
          label={t('email')}
        />
        <Button name="intent" value="request">
          {t(mailed ? 'link.submit' : 'link.submitNoMail')}
        </Button>
      </Form>
    </>
  );
}
