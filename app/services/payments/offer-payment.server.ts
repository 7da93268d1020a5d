import type { Member } from '#db/actor.server.ts';
import {
  findRateOn,
  insertPayment,
  listPayable,
  type Rate,
} from '#db/queries/panel-payment.server.ts';
import type { Transaction } from '#db/database.ts';
import { ServiceError } from '../../errors.ts';
import { today } from '../../today.ts';
import { toMinorUnits } from '../minor-units.ts';
import { auditPanel, changePanel } from '../panels/change-panel.server.ts';

type Offer = { panelId: string; memberId: string; description: string } & (
  | { kind: 'payment'; role: string; unit: Rate['unit']; quantity: number; day: string }
  | { kind: 'expenses'; amount: number; currency: string }
);

const panelStates = ['draft', 'open', 'closed'] as const;

async function amountOf(tx: Transaction, organisationId: string, offer: Offer) {
  if (offer.kind === 'expenses') {
    const amountMinor = toMinorUnits(offer.amount, offer.currency);
    return { amountMinor, currency: offer.currency, rateId: null };
  }
  const { role, unit, day, quantity } = offer;
  const rate = await findRateOn(tx, { organisationId, role, unit, day });
  if (!rate) throw new ServiceError('invalid', 'payment-no-rate');
  const amountMinor = Math.round(rate.amountMinor * quantity);
  return { amountMinor, currency: rate.currency, rateId: rate.id };
}

/** Offers somebody a payment, by the rate that held on the day of the work, or their expenses. */
export async function offerPayment(member: Member, offer: Offer): Promise<void> {
  const { panelId, memberId, kind, description } = offer;
  const change = { panelId, permission: 'panel-payments.manage', states: panelStates } as const;
  await changePanel(member, change, async (tx) => {
    const { organisationId } = member;
    const people = await listPayable(tx, { organisationId, panelId });
    const person = people.find(({ id }) => id === memberId);
    if (!person) throw new ServiceError('invalid', 'payment-person-unknown');
    if (offer.kind === 'payment' && offer.day > today()) {
      throw new ServiceError('invalid', 'date-in-future');
    }
    const amount = await amountOf(tx, organisationId, offer);
    if (amount.amountMinor < 1) throw new ServiceError('invalid', 'cost-wrong');
    await insertPayment(tx, {
      ...{ organisationId, panelId, memberId, kind, description, ...amount },
      offeredOn: today(),
    });
    const detail = { number: person.number, kind, amountMinor: amount.amountMinor };
    await auditPanel(tx, member, { action: 'panel.payment-offered', panelId, detail });
  });
}
