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
  const metrics = plans.current?.metrics ?? [];
  const asked = only ? metrics.filter(only) : metrics;
  // What is outside the plan is told of all of it alone.
  const codes = only ? { metrics: asked.map(({ metric }) => recordCode(metric)) } : {};
  const told: Told = {
    records: await listWatchedRecords(tx, { ...ofDeployment, ...codes }),
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
    outside: outsidePlan(told, metrics),
  };
}
export type WatchedDeployment = Awaited<ReturnType<typeof watchDeployment>>;
