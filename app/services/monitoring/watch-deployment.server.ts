import type { Transaction } from '#db/database.ts';
import { listBaselines, listReferences } from '#db/queries/chart-baseline.server.ts';
import { listWatchedRecords } from '#db/queries/watched-record.server.ts';
import { evaluateMetric, type Evaluation, type Told } from './evaluate-metric.ts';
import { readPlans, type PlannedMetric } from './internal.server.ts';
import { recordCode, recordsOf } from './series.ts';

export type WatchedMetric = { planned: PlannedMetric; evaluation: Evaluation };

/** Metrics that were sent and that no plan names: they are shown as such, and nothing is said of them. */
function outsidePlan({ records }: Told, metrics: readonly PlannedMetric[]) {
  const codes = new Set(metrics.map(({ metric }) => recordCode(metric)));
  const outside = records.filter(({ metric }) => !codes.has(metric));
  return [...new Set(outside.map(({ metric }) => metric))].sort().map((metric) => {
    const own = outside.filter((record) => record.metric === metric);
    return { metric, records: own.length, from: own[0]?.from ?? '', to: own.at(-1)?.to ?? '' };
  });
}

/** Everything that is planned for a deployment, computed over what stands now. */
export async function watchDeployment(
  tx: Transaction,
  ofDeployment: { organisationId: string; deploymentId: string },
  today: string,
  only?: (metric: PlannedMetric) => boolean,
) {
  const plans = await readPlans(tx, ofDeployment);
  const history = await listWatchedRecords(tx, { ...ofDeployment, isWithReplaced: true });
  const told: Told = {
    history,
    records: history.filter(({ replacedAt }) => replacedAt === null),
    baselines: await listBaselines(tx, ofDeployment),
    references: await listReferences(tx, ofDeployment),
    today,
  };
  const metrics = plans.current?.metrics ?? [];
  return {
    ...plans,
    told,
    watched: metrics
      .filter((metric) => only?.(metric) ?? true)
      .map((planned): WatchedMetric => ({
        planned,
        evaluation: evaluateMetric(planned, planned.subgroups, told),
      })),
    outside: outsidePlan(told, metrics),
    silent: metrics.filter((metric) => recordsOf(told.records, metric).length === 0),
  };
}
export type WatchedDeployment = Awaited<ReturnType<typeof watchDeployment>>;
