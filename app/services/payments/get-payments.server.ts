import type { Member } from '#db/actor.server.ts';
import { listPayable, listPayments, listRates } from '#db/queries/panel-payment.server.ts';
import { can } from '../../permissions.ts';
import { today } from '../../today.ts';
import { panelSites, readPanel } from '../panels/read-panel.server.ts';
import { daysToPay } from './days-to-pay.ts';

/** Sums by currency of what is in a state. */
function sumsOf(payments: readonly { amountMinor: number; currency: string }[]) {
  const sums = new Map<string, number>();
  for (const { amountMinor, currency } of payments) {
    sums.set(currency, (sums.get(currency) ?? 0) + amountMinor);
  }
  return [...sums].map(([currency, minor]) => ({ currency, minor }));
}

/** The ledger of a panel; it names people by their number and leads to nothing they said. */
export async function getPayments(member: Member, { panelId }: { panelId: string }) {
  const permission = 'panel-payments.read';
  return readPanel(member, { panelId, permission }, async (tx, panel) => {
    const ofPanel = { organisationId: member.organisationId, panelId };
    const payments = await listPayments(tx, ofPanel);
    const rates = await listRates(tx, ofPanel);
    const kinds = new Map(rates.map(({ role, unit }) => [`${role}/${unit}`, { role, unit }]));
    return {
      payments,
      rates: [...kinds.values()],
      people: await listPayable(tx, ofPanel),
      owed: sumsOf(payments.filter(({ state }) => state === 'accepted')),
      paid: sumsOf(payments.filter(({ state }) => state === 'paid')),
      days: daysToPay(payments.filter(({ state }) => state === 'paid')),
      note: panel.benefitsNote,
      revision: panel.revision,
      today: today(),
      mayManage: can(member, 'panel-payments.manage', panelSites(panel)),
    };
  });
}
