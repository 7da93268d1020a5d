import { useForm, type SubmissionResult } from '@conform-to/react';
import { Form } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.tsx';
import { ErrorSummary } from '../../components/error-summary.tsx';
import { errorLinks, fieldProps } from '../../components/form-fields.ts';
import { SelectField } from '../../components/select-field.tsx';
import { TextField } from '../../components/text-field.tsx';
import { TokenField } from '../../components/token-field.tsx';
import { useSay } from '../../components/use-say.ts';

export function NewChannelForm({ result }: { result: SubmissionResult | undefined }) {
  const { t } = useTranslation(['recruitment', 'common']);
  const say = useSay();
  const [form, fields] = useForm<{ name: string; kind: string }>({
    id: 'new-channel',
    lastResult: result ?? null,
  });
  return (
    <section className="card" aria-labelledby="new-way">
      <h3 id="new-way">{t('recruitment:ways.newTitle')}</h3>
      <Form method="post" id={form.id} noValidate>
        <ErrorSummary
          title={t('common:errorSummary')}
          errors={errorLinks([fields.name, fields.kind], say)}
        />
        <TokenField />
        <TextField
          {...fieldProps(fields.name, say)}
          label={t('recruitment:ways.name')}
          hint={t('recruitment:ways.nameHint')}
          autoComplete="off"
        />
        <SelectField
          {...fieldProps(fields.kind, say)}
          label={t('recruitment:ways.kindLabel')}
          options={(['open', 'partner', 'staff'] as const).map((value) => ({
            value,
            label: t(`recruitment:ways.kind.${value}`),
          }))}
        />
        <Button name="intent" value="open">
          {t('recruitment:ways.open')}
        </Button>
      </Form>
    </section>
  );
}
