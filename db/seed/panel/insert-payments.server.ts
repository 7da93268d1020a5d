import { randomUUID } from 'node:crypto';
import type { Transaction } from '../../database.ts';
import { panelPayments, paymentRates } from '../../schema/panel-payment.ts';
import { daysBefore } from './days.ts';
import type { DemoPerson } from './insert-people.server.ts';
import type { DemoPanel } from './insert-set-up.server.ts';
import { demoRates } from './outcome-texts.ts';

/** Rates with the day they hold from, and what was offered, declined and paid for the first round. */
export async function insertPayments(
  tx: Transaction,
  demo: DemoPanel,
  people: readonly DemoPerson[],
): Promise<void> {
  const { organisationId, panelId, today } = demo;
  const rates = demoRates.map(({ monthsAgo, amountMinor, source }) => ({
    ...{ organisationId, id: randomUUID(), role: 'Panel member', unit: 'hour' as const },
    ...{ amountMinor, currency: 'GBP', source, validFrom: daysBefore(today, 30 * monthsAgo) },
  }));
  await tx.insert(paymentRates).values(rates);
  const rate = rates.at(-1);
  if (!rate) return;
  const offered = people.map(({ memberId }, index): typeof panelPayments.$inferInsert => {
    const payment = {
      ...{ organisationId, panelId, memberId, kind: 'payment' as const, rateId: rate.id },
      ...{ description: 'Round 1', amountMinor: rate.amountMinor, currency: rate.currency },
      offeredOn: daysBefore(today, 76),
    };
    const answeredOn = daysBefore(today, 72 - (index % 4));
    if (index === 1) return { ...payment, state: 'declined', answeredOn };
    if (index === 2) return { ...payment, state: 'accepted', answeredOn };
    if (index === 3) return payment;
    return { ...payment, state: 'paid', answeredOn, paidOn: daysBefore(today, 60 - (index % 7)) };
  });
  const [traveller] = people;
  await tx.insert(panelPayments).values([
    ...offered,
    ...(traveller
      ? [
          {
            ...{ organisationId, panelId, memberId: traveller.memberId, kind: 'expenses' as const },
            ...{ description: 'Bus to the meeting', amountMinor: 460, currency: 'GBP' },
            ...{ state: 'paid' as const, offeredOn: daysBefore(today, 75) },
            ...{ answeredOn: daysBefore(today, 75), paidOn: daysBefore(today, 70) },
          },
        ]
      : []),
  ]);
}
