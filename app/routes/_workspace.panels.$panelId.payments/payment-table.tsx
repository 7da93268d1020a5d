import { Form } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { Tag } from '../../components/tag.tsx';
import { TokenField } from '../../components/token-field.tsx';
import { useLocal } from '../../components/use-local.ts';
import { moneyText } from '../../services/minor-units.ts';
import type { PaymentsPage } from './payment-facts.tsx';

const tones = {
  offered: 'concern',
  accepted: 'concern',
  declined: 'neutral',
  paid: 'good',
} as const;

type Payment = PaymentsPage['payments'][number];

/** The ledger: what was offered to whom, by number, and what became of it. */
export function PaymentTable({ page }: { page: PaymentsPage }) {
  const { t } = useTranslation('recruitment');
  const { date, language } = useLocal();
  return (
    <DataTable
      id="payments"
      caption={t('payments.caption')}
      captionHidden
      columns={[
        { key: 'person', label: t('people.person') },
        { key: 'what', label: t('payments.what') },
        { key: 'amount', label: t('payments.amount'), numeric: true },
        { key: 'state', label: t('people.state') },
        { key: 'days', label: t('payments.dates') },
        ...(page.mayManage ? [{ key: 'next', label: t('payments.next') }] : []),
      ]}
      rows={page.payments.map((payment) => ({
        key: payment.id,
        cells: {
          person: t('member', { number: payment.number }),
          what: (
            <>
              <bdi>{payment.description}</bdi>
              <br />
              <span className="muted">
                {payment.kind === 'expenses' || payment.role === null || payment.unit === null
                  ? t('payments.kind.expenses')
                  : t('payments.byRate', {
                      role: payment.role,
                      amount: moneyText(payment.rateMinor ?? 0, payment.currency, language),
                      unit: t(`rates.unit.${payment.unit}`),
                    })}
              </span>
            </>
          ),
          amount: moneyText(payment.amountMinor, payment.currency, language),
          state: <Tag tone={tones[payment.state]} text={t(`payments.state.${payment.state}`)} />,
          days: (
            <>
              {t('payments.offeredOn', { date: date(payment.offeredOn) })}
              {payment.answeredOn === null ? null : (
                <>
                  <br />
                  {t('payments.answeredOn', { date: date(payment.answeredOn) })}
                </>
              )}
              {payment.paidOn === null ? null : (
                <>
                  <br />
                  {t('payments.paidOn', { date: date(payment.paidOn) })}
                </>
              )}
            </>
          ),
          next: <NextStep payment={payment} />,
        },
      }))}
    />
  );
}

function NextStep({ payment }: { payment: Payment }) {
  const { t } = useTranslation('recruitment');
  const steps = { offered: ['accepted', 'declined'], accepted: ['paid'] } as const;
  if (payment.state !== 'offered' && payment.state !== 'accepted') return null;
  return (
    <Form method="post" className="inline">
      <TokenField />
      <input type="hidden" name="paymentId" value={payment.id} />
      <input type="hidden" name="revision" value={payment.revision} />
      {steps[payment.state].map((step) => (
        <Button key={step} tone="secondary" name="intent" value={step}>
          {t(`payments.step.${step}`, { number: payment.number })}
        </Button>
      ))}
    </Form>
  );
}
