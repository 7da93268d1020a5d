import type { Transaction } from '#db/database.ts';
import { countTellings } from '#db/queries/telling.server.ts';
import { today } from '../../today.ts';
import { publishedTold, type ToldInTime } from './published-told.ts';
import { tellWithinDays } from './tell-within-days.ts';

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
  return publishedTold(counts, panel.minimumGroup);
}
