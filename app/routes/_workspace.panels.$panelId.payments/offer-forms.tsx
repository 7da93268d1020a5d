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
import type { PaymentsPage } from './payment-facts.tsx';

type OfferFormProps = { page: PaymentsPage; answer: { result: SubmissionResult } | undefined };
type Offer = Record<'memberId' | 'rate' | 'quantity' | 'day' | 'description', string>;
type Expenses = Record<'memberId' | 'amount' | 'currency' | 'description', string>;

/** The answer belongs to the form that was sent. */
function resultOf(answer: OfferFormProps['answer'], intent: string): SubmissionResult | null {
  return answer?.result.initialValue?.['intent'] === intent ? answer.result : null;
}

function usePeople(page: PaymentsPage) {
  const { t } = useTranslation('recruitment');
  return page.people.map(({ id, number }) => ({ value: id, label: t('member', { number }) }));
}

/** A payment by the rate that held on the day of the work. */
export function OfferForm({ page, answer }: OfferFormProps) {
  const { t } = useTranslation(['recruitment', 'common']);
  const say = useSay();
  const [form, fields] = useForm<Offer>({
    id: 'offer',
    lastResult: resultOf(answer, 'payment'),
    defaultValue: { day: page.today, quantity: '1' },
  });
  const { memberId, rate, quantity, day, description } = fields;
  return (
    <section className="card stack" aria-labelledby="offer-title">
      <h2 id="offer-title">{t('recruitment:payments.offerTitle')}</h2>
      <Form method="post" id={form.id} noValidate>
        <ErrorSummary
          title={t('common:errorSummary')}
          errors={errorLinks([memberId, rate, quantity, day, description], say)}
        />
        <TokenField />
        <SelectField
          {...fieldProps(memberId, say)}
          label={t('recruitment:people.person')}
          options={usePeople(page)}
        />
        <SelectField
          {...fieldProps(rate, say)}
          label={t('recruitment:payments.rate')}
          options={page.rates.map(({ role, unit }) => ({
            value: `${unit}/${role}`,
            label: t('recruitment:payments.rateOf', {
              role,
              unit: t(`recruitment:rates.unit.${unit}`),
            }),
          }))}
        />
        <TextField
          {...fieldProps(quantity, say)}
          label={t('recruitment:payments.quantity')}
          hint={t('recruitment:payments.quantityHint')}
          inputMode="decimal"
          autoComplete="off"
        />
        <TextField
          {...fieldProps(day, say)}
          type="date"
          max={page.today}
          label={t('recruitment:payments.day')}
          hint={t('recruitment:payments.dayHint')}
        />
        <TextField
          {...fieldProps(description, say)}
          label={t('recruitment:payments.what')}
          hint={t('recruitment:payments.whatHint')}
          autoComplete="off"
        />
        <Button name="intent" value="payment">
          {t('recruitment:payments.offer')}
        </Button>
      </Form>
    </section>
  );
}

/** What somebody spent in order to take part; it is kept apart from payments. */
export function ExpensesForm({ page, answer }: OfferFormProps) {
  const { t } = useTranslation(['recruitment', 'common']);
  const say = useSay();
  const [form, fields] = useForm<Expenses>({
    id: 'expenses',
    lastResult: resultOf(answer, 'expenses'),
    defaultValue: { currency: page.payments[0]?.currency ?? '' },
  });
  const { memberId, amount, currency, description } = fields;
  return (
    <section className="card stack" aria-labelledby="expenses-title">
      <h2 id="expenses-title">{t('recruitment:payments.expensesTitle')}</h2>
      <Form method="post" id={form.id} noValidate>
        <ErrorSummary
          title={t('common:errorSummary')}
          errors={errorLinks([memberId, amount, currency, description], say)}
        />
        <TokenField />
        <SelectField
          {...fieldProps(memberId, say)}
          label={t('recruitment:people.person')}
          options={usePeople(page)}
        />
        <TextField
          {...fieldProps(amount, say)}
          label={t('recruitment:payments.amount')}
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
        <TextField
          {...fieldProps(description, say)}
          label={t('recruitment:payments.what')}
          hint={t('recruitment:payments.whatHint')}
          autoComplete="off"
        />
        <Button name="intent" value="expenses">
          {t('recruitment:payments.offerExpenses')}
        </Button>
      </Form>
    </section>
  );
}
