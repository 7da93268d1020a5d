import { eq, isNull, ne } from 'drizzle-orm';
import type { Transaction } from '../database.ts';
import { alerts } from '../schema/alert.ts';
import { outbox } from '../schema/invitation.ts';
import { quarantinedBatches } from '../schema/monitoring-batch.ts';

/** Of all organisations that the actor sees. */
export async function countWaiting(tx: Transaction) {
  return {
    alerts: await tx.$count(alerts, ne(alerts.state, 'closed')),
    quarantined: await tx.$count(quarantinedBatches, isNull(quarantinedBatches.outcome)),
    mails: await tx.$count(outbox, eq(outbox.state, 'waiting')),
  };
}
