import { useTranslation } from 'react-i18next';
import { Facts } from '../../components/facts.tsx';
import { useLocal } from '../../components/use-local.ts';
import { moneyText } from '../../services/minor-units.ts';
import type { getPayments } from '../../services/payments/get-payments.server.ts';

export type PaymentsPage = Awaited<ReturnType<typeof getPayments>>;

/** What is owed, what was paid, and how long people waited for it. */
export function PaymentFacts({ page }: { page: PaymentsPage }) {
  const { t } = useTranslation('recruitment');
  const { listOf, number, language } = useLocal();
  const { owed, paid, days } = page;
  const sums = (list: PaymentsPage['owed']) =>
    list.length === 0
      ? t('payments.nothing')
      : listOf(list.map(({ minor, currency }) => moneyText(minor, currency, language)));
  return (
    <>
      <Facts
        items={[
          { term: t('payments.owed'), value: sums(owed) },
          { term: t('payments.paid'), value: sums(paid) },
        ]}
      />
      <p>
        {days === null
          ? t('payments.noDays')
          : t('payments.days', {
              n: number(days.payments),
              half: number(days.half),
              longest: number(days.longest),
            })}
      </p>
    </>
  );
}
