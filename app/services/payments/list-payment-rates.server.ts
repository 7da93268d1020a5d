import type { Member } from '#db/actor.server.ts';
import { listRates } from '#db/queries/panel-payment.server.ts';
import { withActor } from '../../database.server.ts';
import { authorise, can } from '../../permissions.ts';
import { today } from '../../today.ts';

/** Every rate there was and is, and which of them holds today. */
export async function listPaymentRates(member: Member) {
  authorise(member, 'payment-rates.read');
  const rates = await withActor(member, (tx) => listRates(tx, member));
  const day = today();
  const seen = new Set<string>();
  const marked = rates.map((rate) => {
    const key = `${rate.role}/${rate.unit}`;
    if (rate.validFrom > day) return { ...rate, holds: 'later' as const };
    const holds = seen.has(key) ? ('earlier' as const) : ('now' as const);
    seen.add(key);
    return { ...rate, holds };
  });
  return { rates: marked, mayAdd: can(member, 'payment-rates.manage') };
}
