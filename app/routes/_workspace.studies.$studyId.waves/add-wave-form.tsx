import { useForm, type SubmissionResult } from '@conform-to/react';
import { Form } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.tsx';
import { ErrorSummary } from '../../components/error-summary.tsx';
import { errorLinks, fieldProps } from '../../components/form-fields.ts';
import { TextField } from '../../components/text-field.tsx';
import { TokenField } from '../../components/token-field.tsx';

export function AddWaveForm({ result }: { result: SubmissionResult | null }) {
  const { t } = useTranslation(['studies', 'errors', 'common']);
  const [form, fields] = useForm<{ name: string }>({ id: 'wave', lastResult: result });
  const say = (code: string) => t(`errors:${code as 'wave-name-missing'}`);
  return (
    <section className="stack" aria-labelledby="add-wave">
      <h2 id="add-wave">{t('studies:wave.addTitle')}</h2>
      <ErrorSummary title={t('common:errorSummary')} errors={errorLinks([fields.name], say)} />
      <Form method="post" id={form.id}>
        <TokenField />
        <TextField
          {...fieldProps(fields.name, say)}
          label={t('studies:wave.name')}
          hint={t('studies:wave.nameHint')}
          autoComplete="off"
        />
        <Button tone="secondary" name="intent" value="add">
          {t('studies:wave.add')}
        </Button>
      </Form>
    </section>
  );
}
