import { useForm, type SubmissionResult } from '@conform-to/react';
import { Form } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.tsx';
import { ErrorSummary } from '../../components/error-summary.tsx';
import { errorLinks, fieldProps } from '../../components/form-fields.ts';
import { TextField } from '../../components/text-field.tsx';
import { TokenField } from '../../components/token-field.tsx';

export function PasswordForm(props: { email: string; result: SubmissionResult | undefined }) {
  const { t } = useTranslation(['settings', 'common']);
  const [form, fields] = useForm<{ current: string; next: string }>({
    id: 'own-password',
    lastResult: props.result ?? null,
    constraint: { current: { required: true }, next: { required: true, minLength: 12 } },
  });
  const say = (code: string) => t(`settings:problem.${code as 'password-wrong'}`);
  const errors = errorLinks([fields.current, fields.next], say);
  return (
    <section className="stack" aria-labelledby="password-title">
      <h2 id="password-title">{t('settings:account.passwordTitle')}</h2>
      <Form method="post" id={form.id} noValidate>
        <ErrorSummary title={t('common:errorSummary')} errors={errors} />
        <TokenField />
        {/* Tells a password manager whose password this is. */}
        <input type="hidden" name="username" autoComplete="username" value={props.email} />
        <TextField
          {...fieldProps(fields.current, say)}
          type="password"
          autoComplete="current-password"
          label={t('settings:account.current')}
        />
        <TextField
          {...fieldProps(fields.next, say)}
          type="password"
          autoComplete="new-password"
          label={t('settings:account.next')}
          hint={t('settings:account.nextHint')}
        />
        <Button name="intent" value="password" tone="secondary">
          {t('settings:account.savePassword')}
        </Button>
      </Form>
    </section>
  );
}
