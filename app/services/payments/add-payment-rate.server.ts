import type { Member } from '#db/actor.server.ts';
import { insertRate, type Rate } from '#db/queries/panel-payment.server.ts';
import { withActor } from '../../database.server.ts';
import { authorise } from '../../permissions.ts';
import { writeAudit } from '../audit/write-audit.server.ts';
import { toMinorUnits } from '../minor-units.ts';

type NewRate = Omit<Rate, 'id' | 'amountMinor'> & { amount: number };

/** A rate is never changed: a new one holds from its day on. */
export async function addPaymentRate(member: Member, rate: NewRate): Promise<void> {
  authorise(member, 'payment-rates.manage');
  const { organisationId, userId } = member;
  const { amount, ...rest } = rate;
  await withActor(member, async (tx) => {
    const amountMinor = toMinorUnits(amount, rate.currency);
    await insertRate(tx, { organisationId, ...rest, amountMinor });
    await writeAudit(tx, {
      ...{ organisationId, actor: userId, action: 'payment-rate.added' },
      ...{ subjectId: organisationId, detail: { ...rest, amountMinor } },
    });
  });
}
