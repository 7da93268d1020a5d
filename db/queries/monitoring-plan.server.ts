import { and, asc, desc, eq, inArray } from 'drizzle-orm';
import type { Transaction } from '../database.ts';
import { monitoringPlans, planMetrics, planSubgroups } from '../schema/monitoring-plan.ts';

type OfDeployment = { organisationId: string; deploymentId: string };
type OfPlan = { organisationId: string; planId: string };
export type MetricValues = Omit<
  typeof planMetrics.$inferInsert,
  'organisationId' | 'id' | 'planId' | 'position'
>;
export type SubgroupValues = Omit<
  typeof planSubgroups.$inferInsert,
  'organisationId' | 'id' | 'planMetricId'
>;
export type PlanMetric = typeof planMetrics.$inferSelect;
export type PlanSubgroup = typeof planSubgroups.$inferSelect;

/** Plans of a deployment, the newest first. */
export async function listPlans(tx: Transaction, { organisationId, deploymentId }: OfDeployment) {
  return tx
    .select()
    .from(monitoringPlans)
    .where(
      and(
        eq(monitoringPlans.organisationId, organisationId),
        eq(monitoringPlans.deploymentId, deploymentId),
      ),
    )
    .orderBy(desc(monitoringPlans.number));
}

/** The adopted plans of every deployment the actor sees, the newest of each first. */
export async function listAdoptedPlans(
  tx: Transaction,
  { organisationId }: { organisationId: string },
) {
  return tx
    .select()
    .from(monitoringPlans)
    .where(
      and(eq(monitoringPlans.organisationId, organisationId), eq(monitoringPlans.state, 'adopted')),
    )
    .orderBy(asc(monitoringPlans.deploymentId), desc(monitoringPlans.number));
}

/** Nothing is returned when there is a draft already, or a plan of this number. */
export async function insertPlan(
  tx: Transaction,
  values: OfDeployment & {
    number: number;
    purpose: string;
    falseAlarmsAYear: number | null;
    createdBy: string;
  },
) {
  const [plan] = await tx
    .insert(monitoringPlans)
    .values(values)
    .onConflictDoNothing()
    .returning({ id: monitoringPlans.id });
  return plan;
}

/** Changes a draft that is still as it was seen; nothing is returned when it is not. */
export async function updatePlan(
  tx: Transaction,
  {
    organisationId,
    planId,
    revision,
    ...values
  }: OfPlan & { revision: number } & Partial<
      Pick<
        typeof monitoringPlans.$inferInsert,
        'purpose' | 'falseAlarmsAYear' | 'reviewOn' | 'state' | 'adoptedBy' | 'adoptedAt'
      >
    >,
) {
  const [plan] = await tx
    .update(monitoringPlans)
    .set({ ...values, revision: revision + 1 })
    .where(
      and(
        eq(monitoringPlans.organisationId, organisationId),
        eq(monitoringPlans.id, planId),
        eq(monitoringPlans.revision, revision),
        eq(monitoringPlans.state, 'draft'),
      ),
    )
    .returning({ number: monitoringPlans.number });
  return plan;
}

export async function deletePlan(tx: Transaction, { organisationId, planId }: OfPlan) {
  await tx
    .delete(monitoringPlans)
    .where(and(eq(monitoringPlans.organisationId, organisationId), eq(monitoringPlans.id, planId)));
}

/** Metrics of plans in the order in which they were planned. */
export async function listPlanMetrics(
  tx: Transaction,
  { organisationId, planIds }: { organisationId: string; planIds: readonly string[] },
): Promise<PlanMetric[]> {
  if (planIds.length === 0) return [];
  return tx
    .select()
    .from(planMetrics)
    .where(
      and(
        eq(planMetrics.organisationId, organisationId),
        inArray(planMetrics.planId, [...planIds]),
      ),
    )
    .orderBy(asc(planMetrics.planId), asc(planMetrics.position));
}

export async function listPlanSubgroups(
  tx: Transaction,
  { organisationId, metricIds }: { organisationId: string; metricIds: readonly string[] },
): Promise<PlanSubgroup[]> {
  if (metricIds.length === 0) return [];
  return tx
    .select()
    .from(planSubgroups)
    .where(
      and(
        eq(planSubgroups.organisationId, organisationId),
        inArray(planSubgroups.planMetricId, [...metricIds]),
      ),
    )
    .orderBy(asc(planSubgroups.dimension));
}

/** Nothing is returned when the plan has the metric, part and cohort. */
export async function insertPlanMetric(
  tx: Transaction,
  values: OfPlan & MetricValues & { position: number },
) {
  const [metric] = await tx
    .insert(planMetrics)
    .values(values)
    .onConflictDoNothing()
    .returning({ id: planMetrics.id });
  return metric;
}

export async function updatePlanMetric(
  tx: Transaction,
  {
    organisationId,
    metricId,
    ...values
  }: MetricValues & {
    organisationId: string;
    metricId: string;
  },
) {
  await tx
    .update(planMetrics)
    .set(values)
    .where(and(eq(planMetrics.organisationId, organisationId), eq(planMetrics.id, metricId)));
}

export async function deletePlanMetric(
  tx: Transaction,
  { organisationId, metricId }: { organisationId: string; metricId: string },
) {
  await tx
    .delete(planMetrics)
    .where(and(eq(planMetrics.organisationId, organisationId), eq(planMetrics.id, metricId)));
}

/** Nothing is returned when the metric has the dimension. */
export async function insertPlanSubgroup(
  tx: Transaction,
  values: { organisationId: string; planMetricId: string } & SubgroupValues,
) {
  const [subgroup] = await tx
    .insert(planSubgroups)
    .values(values)
    .onConflictDoNothing()
    .returning({ id: planSubgroups.id });
  return subgroup;
}

export async function deletePlanSubgroup(
  tx: Transaction,
  { organisationId, subgroupId }: { organisationId: string; subgroupId: string },
) {
  await tx
    .delete(planSubgroups)
    .where(and(eq(planSubgroups.organisationId, organisationId), eq(planSubgroups.id, subgroupId)));
}
