import { useForm, type SubmissionResult } from '@conform-to/react';
import { Form } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.tsx';
import { ErrorSummary } from '../../components/error-summary.tsx';
import { errorLinks, fieldProps } from '../../components/form-fields.ts';
import { TextField } from '../../components/text-field.tsx';
import { TokenField } from '../../components/token-field.tsx';

interface CodeFormProps {
  /** What is set up, sealed, to be shown again when the code is mistyped. */
  sealed: string;
  result: SubmissionResult | undefined;
}

export function CodeForm({ sealed, result }: CodeFormProps) {
  const { t } = useTranslation(['settings', 'common']);
  const [form, fields] = useForm<{ code: string }>({
    id: 'second-factor-code',
    lastResult: result ?? null,
    constraint: { code: { required: true } },
  });
  const say = (code: string) => t(`settings:problem.${code as 'code-refused'}`);
  return (
    <Form method="post" id={form.id} noValidate>
      <ErrorSummary title={t('common:errorSummary')} errors={errorLinks([fields.code], say)} />
      <TokenField />
      <input type="hidden" name="setUp" value={sealed} />
      <h2>{t('settings:secondFactor.confirm')}</h2>
      <TextField
        {...fieldProps(fields.code, say)}
        label={t('settings:secondFactor.code')}
        inputMode="numeric"
        autoComplete="one-time-code"
        dir="ltr"
      />
      <Button name="intent" value="finish">
        {t('settings:secondFactor.finish')}
      </Button>
    </Form>
  );
}
