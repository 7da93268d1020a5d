import { useForm, type SubmissionResult } from '@conform-to/react';
import { Form } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.tsx';
import { ErrorSummary } from '../../components/error-summary.tsx';
import { errorLinks, fieldProps } from '../../components/form-fields.ts';
import { TextField } from '../../components/text-field.tsx';
import { TokenField } from '../../components/token-field.tsx';

interface ScheduleFormProps {
  months: number;
  result: SubmissionResult | undefined;
}

export function ScheduleForm({ months, result }: ScheduleFormProps) {
  const { t } = useTranslation(['settings', 'common']);
  const [form, fields] = useForm<{ months: string }>({
    id: 'schedule',
    lastResult: result ?? null,
    defaultValue: { months: String(months) },
    constraint: { months: { required: true } },
  });
  const say = (code: string) => t(`settings:problem.${code as 'months-range'}`);
  return (
    <Form method="post" id={form.id} noValidate>
      <ErrorSummary title={t('common:errorSummary')} errors={errorLinks([fields.months], say)} />
      <TokenField />
      <TextField
        {...fieldProps(fields.months, say)}
        inputMode="numeric"
        label={t('settings:retention.monthsLabel')}
        hint={t('settings:retention.monthsHint')}
      />
      <Button name="intent" value="schedule">
        {t('settings:retention.save')}
      </Button>
    </Form>
  );
}
