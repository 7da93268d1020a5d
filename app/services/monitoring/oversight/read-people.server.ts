import type { Transaction } from '#db/database.ts';
import { listWatchedRecords } from '#db/queries/watched-record.server.ts';
import type { readPlans } from '../internal.server.ts';
import { oversightMetrics } from './evaluate-oversight.ts';
import type { ToldOfPeople } from './find-stamp.ts';
import { stampRule } from './stamp-rule.ts';

type Plan = Awaited<ReturnType<typeof readPlans>>['current'];

/** What was sent of people beside the system at a place, with what it took the place of; of these metrics alone. */
export async function readToldOfPeople(
  tx: Transaction,
  ofDeployment: { organisationId: string; deploymentId: string },
  current: Plan,
  metrics: readonly string[] = oversightMetrics,
): Promise<ToldOfPeople> {
  const timed = current?.metrics.find(({ metric }) => metric === stampRule.secondsFrom);
  const history = await listWatchedRecords(tx, {
    ...{ ...ofDeployment, metrics, isWithReplaced: true },
  });
  return { history, leastSeconds: timed?.target ?? null };
}
