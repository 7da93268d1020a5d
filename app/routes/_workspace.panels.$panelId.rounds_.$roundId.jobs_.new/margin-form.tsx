import { useForm } from '@conform-to/react';
import { Form } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.tsx';
import { fieldProps } from '../../components/form-fields.ts';
import { RevisionField } from '../../components/revision-field.tsx';
import { TextField } from '../../components/text-field.tsx';
import { TokenField } from '../../components/token-field.tsx';
import { useSay } from '../../components/use-say.ts';
import type { JobFormProps } from './job-form-props.ts';

export function MarginForm({ revision, result, refusal }: JobFormProps) {
  const { t } = useTranslation('jobs');
  const say = useSay();
  const [form, fields] = useForm<{ metric: string; low: string; high: string }>({
    lastResult: result,
    defaultValue: { metric: '', low: '0', high: '30' },
  });
  return (
    <Form method="post" id={form.id} noValidate>
      <TokenField />
      <RevisionField revision={revision} refusal={refusal} />
      <input type="hidden" name="kind" value="margin" />
      <TextField {...fieldProps(fields.metric, say)} label={t('metric')} maxLength={200} />
      <TextField {...fieldProps(fields.low, say)} label={t('low')} inputMode="decimal" dir="ltr" />
      <TextField
        {...fieldProps(fields.high, say)}
        label={t('high')}
        inputMode="decimal"
        dir="ltr"
      />
      <Button>{t('add')}</Button>
    </Form>
  );
}
