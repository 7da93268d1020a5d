import type { Transaction } from '#db/database.ts';
import { listBaselines, listReferences } from '#db/queries/chart-baseline.server.ts';
import { listWatchedRecords } from '#db/queries/watched-record.server.ts';
import { evaluateMetric, type Evaluation, type Told } from './evaluate-metric.ts';
import { readPlans, type PlannedMetric } from './internal.server.ts';
import { plannedSince } from './planned-since.ts';
import { recordCode } from './series.ts';

export type WatchedMetric = {
  planned: PlannedMetric;
  evaluation: Evaluation;
  /** The day from which it is watched: what ended before raises nothing. */
  since: string;
};

/** Everything that is planned for a deployment, computed over what stands now. */
export async function watchDeployment(
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
  return {
    ...plans,
    told,
    watched: asked.map((planned): WatchedMetric => ({
      planned,
      evaluation: evaluateMetric(planned, planned.subgroups, told),
      since: plannedSince(plans.plans, planned),
    })),
  };
}
export type WatchedDeployment = Awaited<ReturnType<typeof watchDeployment>>;
