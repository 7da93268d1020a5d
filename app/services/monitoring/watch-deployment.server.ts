import type { Transaction } from '#db/database.ts';
import { listBaselines, listReferences } from '#db/queries/chart-baseline.server.ts';
import { listWatchedRecords } from '#db/queries/watched-record.server.ts';
import { evaluateMetric, type Evaluation, type Told } from './evaluate-metric.ts';
import { readPlans, type PlannedMetric } from './internal.server.ts';

export type WatchedMetric = { planned: PlannedMetric; evaluation: Evaluation };

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
  };
}
export type WatchedDeployment = Awaited<ReturnType<typeof watchDeployment>>;
