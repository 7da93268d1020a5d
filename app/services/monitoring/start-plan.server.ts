import type { Member } from '#db/actor.server.ts';
import {
  insertPlan,
  insertPlanMetric,
  insertPlanSubgroup,
} from '#db/queries/monitoring-plan.server.ts';
import type { Transaction } from '#db/database.ts';
import { withActor } from '../../database.server.ts';
import { ServiceError } from '../../errors.ts';
import { auditRegister } from '../register/internal.server.ts';
import {
  readPlans,
  requireManagedNotRetired,
  type DeploymentIds,
  type PlannedMetric,
} from './internal.server.ts';

/** Without what names the row it is copied from. */
function copyOf<Row extends object, Name extends keyof Row>(row: Row, names: readonly Name[]) {
  const left = Object.entries(row).filter(([name]) => !(names as readonly string[]).includes(name));
  return Object.fromEntries(left) as Omit<Row, Name>;
}

async function copyMetric(
  tx: Transaction,
  organisationId: string,
  planId: string,
  { subgroups, ...metric }: PlannedMetric,
) {
  const values = copyOf(metric, ['id', 'planId', 'organisationId']);
  const copy = await insertPlanMetric(tx, { ...values, organisationId, planId });
  if (!copy) throw new Error('a new plan has no metric yet');
  for (const subgroup of subgroups) {
    const own = copyOf(subgroup, ['id', 'planMetricId', 'organisationId']);
    await insertPlanSubgroup(tx, { ...own, organisationId, planMetricId: copy.id });
  }
}

/** Begins a plan: the first one empty, a later one as a copy of what counts now. */
export async function startPlan(member: Member, ids: DeploymentIds): Promise<{ number: number }> {
  const { organisationId, userId: createdBy } = member;
  const { deploymentId } = ids;
  return withActor(member, async (tx) => {
    await requireManagedNotRetired(tx, member, ids);
    const { plans, current } = await readPlans(tx, { organisationId, deploymentId });
    const number = (plans[0]?.number ?? 0) + 1;
    const plan = await insertPlan(tx, {
      ...{ organisationId, deploymentId, number, createdBy },
      // Of a later plan the purpose says what is different: it is written anew.
      ...{ purpose: '', falseAlarmsAYear: current?.falseAlarmsAYear ?? null },
    });
    if (!plan) throw new ServiceError('conflict', 'plan-draft-stands');
    for (const metric of current?.metrics ?? []) {
      await copyMetric(tx, organisationId, plan.id, metric);
    }
    await auditRegister(tx, member, {
      action: 'monitoring.plan-begun',
      subjectId: ids.systemId,
      detail: { deploymentId, number },
    });
    return { number };
  });
}
