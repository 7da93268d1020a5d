import { useForm, type SubmissionResult } from '@conform-to/react';
import { Form } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.tsx';
import { ErrorSummary } from '../../components/error-summary.tsx';
import { errorLinks, fieldProps } from '../../components/form-fields.ts';
import { TextField } from '../../components/text-field.tsx';
import { TokenField } from '../../components/token-field.tsx';

const words = {
  start: { lead: 'account.secondOff', button: 'secondFactor.start' },
  renew: { lead: 'secondFactor.renewLead', button: 'secondFactor.renew' },
  end: { lead: 'secondFactor.offLead', button: 'secondFactor.off' },
} as const;

const tones = { start: 'primary', renew: 'secondary', end: 'danger' } as const;

interface PasswordFormProps {
  intent: keyof typeof words;
  result: SubmissionResult | undefined;
  /** The set-up was begun before and can be begun again. */
  again?: boolean;
}

export function PasswordForm({ intent, result, again = false }: PasswordFormProps) {
  const { t } = useTranslation(['settings', 'common']);
  const [form, fields] = useForm<{ password: string }>({
    id: `second-factor-${intent}`,
    lastResult: result?.initialValue?.['intent'] === intent ? result : null,
    constraint: { password: { required: true } },
  });
  const say = (code: string) => t(`settings:problem.${code as 'password-wrong'}`);
  return (
    <Form method="post" id={form.id} noValidate>
      <ErrorSummary title={t('common:errorSummary')} errors={errorLinks([fields.password], say)} />
      <TokenField />
      {again ? <p>{t('settings:secondFactor.again')}</p> : null}
      <p>{t(`settings:${words[intent].lead}`)}</p>
      <TextField
        {...fieldProps(fields.password, say)}
        type="password"
        autoComplete="current-password"
        label={t('settings:secondFactor.password')}
        hint={t('settings:secondFactor.passwordHint')}
      />
      <Button name="intent" value={intent} tone={tones[intent]}>
        {t(`settings:${words[intent].button}`)}
      </Button>
    </Form>
  );
}
