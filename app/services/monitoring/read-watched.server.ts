import type { Transaction } from '#db/database.ts';
import { listBaselines, listReferences } from '#db/queries/chart-baseline.server.ts';
import { listWatchedRecords } from '#db/queries/watched-record.server.ts';
import type { Told } from './evaluate-metric.ts';
import type { WatchedPlan } from './evaluate-watched.ts';
import { readPlans, type PlannedMetric } from './internal.server.ts';
import { plannedSince } from './planned-since.ts';
import { recordCode } from './series.ts';

/** Everything that is planned for a deployment, and what stands now to compute it from. */
export async function readWatched(
  tx: Transaction,
  ofDeployment: { organisationId: string; deploymentId: string },
  today: string,
  only?: (metric: PlannedMetric) => boolean,
) {
  const plans = await readPlans(tx, ofDeployment);
  const metrics = plans.current?.metrics ?? [];
  const asked = only ? metrics.filter(only) : metrics;
  const history = await listWatchedRecords(tx, {
    ...{ ...ofDeployment, isWithReplaced: true },
    metrics: asked.map(({ metric }) => recordCode(metric)),
  });
  const told: Told = {
    history,
    records: history.filter(({ replacedAt }) => replacedAt === null),
    baselines: await listBaselines(tx, ofDeployment),
    references: await listReferences(tx, ofDeployment),
    today,
  };
  const watched = asked.map((planned): WatchedPlan => ({
    planned,
    since: plannedSince(plans.plans, planned),
  }));
  return { ...plans, told, watched };
}
