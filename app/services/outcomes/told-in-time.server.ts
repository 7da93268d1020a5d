import type { Transaction } from '#db/database.ts';
import { countTellings } from '#db/queries/telling.server.ts';
import { today } from '../../today.ts';
import { tellWithinDays } from './tell-within-days.ts';

export type ToldInTime =
  | { shown: true; told: number; of: number; pending: number }
  | { shown: false; reason: 'none' | 'below-minimum' };

/** How many were told of a decision in time, in people and decisions; never a share. */
export async function toldInTime(
  tx: Transaction,
  panel: { organisationId: string; id: string; minimumGroup: number },
): Promise<ToldInTime> {
  const counts = await countTellings(tx, {
    organisationId: panel.organisationId,
    panelId: panel.id,
    days: tellWithinDays,
    on: today(),
  });
  if (counts.people === 0) return { shown: false, reason: 'none' };
  if (counts.people < panel.minimumGroup) return { shown: false, reason: 'below-minimum' };
  return { shown: true, told: counts.inTime, of: counts.due, pending: counts.pending };
}
