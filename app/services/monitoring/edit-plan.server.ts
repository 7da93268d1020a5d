import type { Member } from '#db/actor.server.ts';
import {
  deletePlan,
  deletePlanMetric,
  deletePlanSubgroup,
  insertPlanMetric,
  insertPlanSubgroup,
  updatePlan,
  updatePlanMetric,
  type MetricValues,
  type SubgroupValues,
} from '#db/queries/monitoring-plan.server.ts';
import type { Transaction } from '#db/database.ts';
import { withActor } from '../../database.server.ts';
import { ServiceError } from '../../errors.ts';
import { listCitableMargins } from '../panel-jobs/list-citable-margins.server.ts';
import { usableMargin } from '../panel-jobs/usable-margins.ts';
import {
  requireDraft,
  requireManaged,
  requireManagedNotRetired,
  type DeploymentIds,
  type PlanInFull,
} from './internal.server.ts';
import { isSameSeries } from './series.ts';

export type PlanChange =
  | { kind: 'words'; purpose: string; falseAlarmsAYear: number; reviewOn: string | null }
  | { kind: 'save-metric'; metricId: string | null; values: MetricValues }
  | { kind: 'remove-metric'; metricId: string }
  | { kind: 'add-subgroup'; metricId: string; values: SubgroupValues }
  | { kind: 'remove-subgroup'; subgroupId: string };

function requireMetric(draft: PlanInFull, metricId: string) {
  const metric = draft.metrics.find(({ id }) => id === metricId);
  if (!metric) throw new ServiceError('not-found');
  return metric;
}

async function apply(
  tx: Transaction,
  organisationId: string,
  draft: PlanInFull,
  change: PlanChange,
) {
  switch (change.kind) {
    case 'words':
      return;
    case 'save-metric': {
      const { metricId, values } = change;
      const { metric, part = '', cohort = '' } = values;
      const others = draft.metrics.filter(({ id }) => id !== metricId);
      const twin = others.find(isSameSeries({ metric, part, cohort }));
      if (twin) throw new ServiceError('conflict', 'metric-planned');
      if (metricId !== null) {
        requireMetric(draft, metricId);
        await updatePlanMetric(tx, { organisationId, metricId, ...values });
        return;
      }
      const position = Math.max(0, ...draft.metrics.map((metric) => metric.position)) + 1;
      await insertPlanMetric(tx, { organisationId, planId: draft.id, position, ...values });
      return;
    }
    case 'remove-metric':
      requireMetric(draft, change.metricId);
      await deletePlanMetric(tx, { organisationId, metricId: change.metricId });
      return;
    case 'add-subgroup': {
      const { id: planMetricId } = requireMetric(draft, change.metricId);
      const added = await insertPlanSubgroup(tx, {
        ...{ organisationId, planMetricId, ...change.values },
      });
      if (!added) throw new ServiceError('conflict', 'dimension-planned');
      return;
    }
    case 'remove-subgroup': {
      const known = draft.metrics.flatMap(({ subgroups }) => subgroups);
      if (!known.some(({ id }) => id === change.subgroupId)) throw new ServiceError('not-found');
      await deletePlanSubgroup(tx, { organisationId, subgroupId: change.subgroupId });
    }
  }
}

/** Changes the draft of a plan, if it is still as it was seen. */
export async function editPlan(
  member: Member,
  input: DeploymentIds & { revision: number; change: PlanChange },
): Promise<void> {
  const { revision, change, ...ids } = input;
  const { organisationId } = member;
  const cited = change.kind === 'add-subgroup' ? (change.values.marginReportId ?? null) : null;
  const margins = cited === null ? [] : await listCitableMargins(member);
  await withActor(member, async (tx) => {
    await requireManagedNotRetired(tx, member, ids);
    if (cited !== null && !usableMargin(margins, cited)) {
      throw new ServiceError('invalid', 'audit-margin-gone');
    }
    const ofDeployment = { organisationId, deploymentId: ids.deploymentId };
    const draft = await requireDraft(tx, ofDeployment, revision);
    const words =
      change.kind === 'words'
        ? {
            ...{ purpose: change.purpose, falseAlarmsAYear: change.falseAlarmsAYear },
            reviewOn: change.reviewOn,
          }
        : {};
    const moved = await updatePlan(tx, { organisationId, planId: draft.id, revision, ...words });
    if (!moved) throw new ServiceError('conflict', 'edited-meanwhile', { revision });
    await apply(tx, organisationId, draft, change);
  });
}

/** Throws a draft away; plans that were adopted stay. */
export async function discardPlan(
  member: Member,
  { revision, ...ids }: DeploymentIds & { revision: number },
): Promise<void> {
  const { organisationId } = member;
  await withActor(member, async (tx) => {
    await requireManaged(tx, member, ids);
    const ofDeployment = { organisationId, deploymentId: ids.deploymentId };
    const draft = await requireDraft(tx, ofDeployment, revision);
    await deletePlan(tx, { organisationId, planId: draft.id });
  });
}
