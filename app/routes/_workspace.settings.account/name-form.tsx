import { useForm, type SubmissionResult } from '@conform-to/react';
import { Form } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.tsx';
import { ErrorSummary } from '../../components/error-summary.tsx';
import { errorLinks, fieldProps } from '../../components/form-fields.ts';
import { TextField } from '../../components/text-field.tsx';
import { TokenField } from '../../components/token-field.tsx';

export function NameForm(props: { name: string; result: SubmissionResult | undefined }) {
  const { t } = useTranslation(['settings', 'common']);
  const [form, fields] = useForm<{ name: string }>({
    id: 'own-name',
    lastResult: props.result ?? null,
    defaultValue: { name: props.name },
    constraint: { name: { required: true, maxLength: 100 } },
  });
  const say = (code: string) => t(`settings:problem.${code as 'name-missing'}`);
  return (
    <Form method="post" id={form.id} noValidate>
      <ErrorSummary title={t('common:errorSummary')} errors={errorLinks([fields.name], say)} />
      <TokenField />
      <TextField
        {...fieldProps(fields.name, say)}
        autoComplete="name"
        label={t('settings:account.name')}
        hint={t('settings:account.nameHint')}
      />
      <Button name="intent" value="name" tone="secondary">
        {t('settings:account.saveName')}
      </Button>
    </Form>
  );
}
