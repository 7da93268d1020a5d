import type { Member } from '#db/actor.server.ts';
import type { Transaction } from '#db/database.ts';
import {
  listPlanMetrics,
  listPlans,
  listPlanSubgroups,
} from '#db/queries/monitoring-plan.server.ts';
import { ServiceError } from '../../errors.ts';
import { authorise } from '../../permissions.ts';
import { requireDeployment } from '../register/internal.server.ts';
import { requireNotRetired } from '../register/require-not-retired.server.ts';

export type DeploymentIds = { systemId: string; deploymentId: string };
type OfDeployment = { organisationId: string; deploymentId: string };

/** The deployment, if the member may write its plan. */
export async function requireManaged(tx: Transaction, member: Member, ids: DeploymentIds) {
  const deployment = await requireDeployment(tx, member, ids);
  authorise(member, 'monitoring.manage', [deployment.siteId]);
  return deployment;
}

/** The same where something new is written: what is retired is no longer watched. */
export async function requireManagedNotRetired(
  tx: Transaction,
  member: Member,
  ids: DeploymentIds,
) {
  await requireManaged(tx, member, ids);
  const { systemId, deploymentId } = ids;
  await requireNotRetired(tx, { organisationId: member.organisationId, systemId, deploymentId });
}

/** A plan with its metrics, and with each its groups. */
async function withMetrics<Plan extends { id: string }>(
  tx: Transaction,
  organisationId: string,
  plan: Plan,
) {
  const metrics = await listPlanMetrics(tx, { organisationId, planIds: [plan.id] });
  const subgroups = await listPlanSubgroups(tx, {
    organisationId,
    metricIds: metrics.map(({ id }) => id),
  });
  return {
    ...plan,
    metrics: metrics.map((metric) => ({
      ...metric,
      subgroups: subgroups.filter(({ planMetricId }) => planMetricId === metric.id),
    })),
  };
}
export type PlanInFull = Awaited<ReturnType<typeof readPlans>>['plans'][number];
export type PlannedMetric = PlanInFull['metrics'][number];

/** All plans of a deployment, the one that counts, the draft there may be, and since when it is watched. */
export async function readPlans(tx: Transaction, { organisationId, deploymentId }: OfDeployment) {
  const rows = await listPlans(tx, { organisationId, deploymentId });
  const plans = [];
  for (const row of rows) plans.push(await withMetrics(tx, organisationId, row));
  const adopted = plans.filter(({ state }) => state === 'adopted');
  const first = adopted.at(-1)?.adoptedAt ?? null;
  return {
    plans,
    current: adopted[0] ?? null,
    draft: plans.find(({ state }) => state === 'draft') ?? null,
    watchedSince: first === null ? null : first.toISOString().slice(0, 10),
  };
}

/** The draft of a deployment, still as it was seen. */
export async function requireDraft(
  tx: Transaction,
  ofDeployment: OfDeployment,
  revision: number,
): Promise<PlanInFull> {
  const { draft } = await readPlans(tx, ofDeployment);
  if (!draft) throw new ServiceError('illegal-state', 'plan-not-draft');
  if (draft.revision !== revision) {
    throw new ServiceError('conflict', 'edited-meanwhile', { revision: draft.revision });
  }
  return draft;
}
