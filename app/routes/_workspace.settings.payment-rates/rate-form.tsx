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
import { rateUnits } from '../../services/payments/payment-fields.ts';

type Values = Record<'role' | 'unit' | 'amount' | 'currency' | 'validFrom' | 'source', string>;

export function RateForm({ result }: { result: SubmissionResult | undefined }) {
  const { t } = useTranslation(['recruitment', 'common']);
  const say = useSay();
  const [form, fields] = useForm<Values>({ id: 'rate', lastResult: result ?? null });
  const { role, unit, amount, currency, validFrom, source } = fields;
  return (
    <section className="card stack" aria-labelledby="new-rate">
      <h2 id="new-rate">{t('recruitment:rates.newTitle')}</h2>
      <Form method="post" id={form.id} noValidate>
        <ErrorSummary
          title={t('common:errorSummary')}
          errors={errorLinks([role, amount, currency, unit, validFrom, source], say)}
        />
        <TokenField />
        <TextField
          {...fieldProps(role, say)}
          label={t('recruitment:rates.role')}
          hint={t('recruitment:rates.roleHint')}
          autoComplete="off"
        />
        <TextField
          {...fieldProps(amount, say)}
          label={t('recruitment:rates.amount')}
          inputMode="decimal"
          autoComplete="off"
        />
        <TextField
          {...fieldProps(currency, say)}
          label={t('recruitment:rates.currency')}
          hint={t('recruitment:rates.currencyHint')}
          autoComplete="off"
          dir="ltr"
        />
        <SelectField
          {...fieldProps(unit, say)}
          label={t('recruitment:rates.unitLabel')}
          options={rateUnits.map((value) => ({
            value,
            label: t(`recruitment:rates.unit.${value}`),
          }))}
        />
        <TextField
          {...fieldProps(validFrom, say)}
          type="date"
          label={t('recruitment:rates.validFrom')}
        />
        <TextField
          {...fieldProps(source, say)}
          label={t('recruitment:rates.source')}
          hint={t('recruitment:rates.sourceHint')}
          autoComplete="off"
        />
        <Button>{t('recruitment:rates.add')}</Button>
      </Form>
    </section>
  );
}
