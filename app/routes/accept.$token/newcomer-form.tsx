import { useForm, type SubmissionResult } from '@conform-to/react';
import { Form } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.tsx';
import { ErrorSummary } from '../../components/error-summary.tsx';
import { errorLinks, fieldProps } from '../../components/form-fields.ts';
import { TextField } from '../../components/text-field.tsx';
import { TokenField } from '../../components/token-field.tsx';

interface NewcomerFormProps {
  email: string;
  result: SubmissionResult | undefined;
}

export function NewcomerForm({ email, result }: NewcomerFormProps) {
  const { t } = useTranslation(['sign-in', 'common']);
  const [form, fields] = useForm<{ name: string; password: string }>({
    id: 'newcomer',
    lastResult: result ?? null,
    constraint: { name: { required: true }, password: { required: true } },
  });
  const say = (code: string) => t(`sign-in:problem.${code as 'name-missing'}`);
  const errors = errorLinks([fields.name, fields.password], say);
  return (
    <>
      <ErrorSummary title={t('common:errorSummary')} errors={errors} />
      <p>{t('sign-in:accept.email', { email })}</p>
      <Form method="post" id={form.id} noValidate>
        <TokenField />
        {/* Tells a password manager whose password this is. */}
        <input type="hidden" name="username" autoComplete="username" value={email} />
        <TextField
          {...fieldProps(fields.name, say)}
          autoComplete="name"
          label={t('sign-in:accept.name')}
          hint={t('sign-in:accept.nameHint')}
        />
        <TextField
          {...fieldProps(fields.password, say)}
          type="password"
          autoComplete="new-password"
          label={t('sign-in:accept.password')}
          hint={t('sign-in:reset.hint')}
        />
        <Button name="intent" value="newcomer">
          {t('sign-in:accept.submit')}
        </Button>
      </Form>
    </>
  );
}
