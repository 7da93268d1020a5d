import { and, asc, desc, eq } from 'drizzle-orm';
import type { Transaction } from '../database.ts';
import { alarmBudgets } from '../schema/monitoring-plan.ts';
import { chartBaselines, referenceDistributions } from '../schema/monitoring-baseline.ts';

type OfDeployment = { organisationId: string; deploymentId: string };

/** From which periods limits come, stage by stage. */
export async function listBaselines(
  tx: Transaction,
  { organisationId, deploymentId }: OfDeployment,
) {
  return tx
    .select()
    .from(chartBaselines)
    .where(
      and(
        eq(chartBaselines.organisationId, organisationId),
        eq(chartBaselines.deploymentId, deploymentId),
      ),
    )
    .orderBy(asc(chartBaselines.number));
}
export type ChartBaseline = Awaited<ReturnType<typeof listBaselines>>[number];

/** Nothing is returned when another decision took the number meanwhile. */
export async function insertBaseline(
  tx: Transaction,
  values: Omit<typeof chartBaselines.$inferInsert, 'id' | 'createdAt'>,
) {
  const [row] = await tx
    .insert(chartBaselines)
    .values(values)
    .onConflictDoNothing()
    .returning({ id: chartBaselines.id });
  return row;
}

/** Frozen bins, the newest of each metric first. */
export async function listReferences(
  tx: Transaction,
  { organisationId, deploymentId }: OfDeployment,
) {
  return tx
    .select()
    .from(referenceDistributions)
    .where(
      and(
        eq(referenceDistributions.organisationId, organisationId),
        eq(referenceDistributions.deploymentId, deploymentId),
      ),
    )
    .orderBy(desc(referenceDistributions.number));
}
export type ReferenceDistribution = Awaited<ReturnType<typeof listReferences>>[number];

/** Nothing is returned when another decision took the number meanwhile. */
export async function insertReference(
  tx: Transaction,
  values: Omit<typeof referenceDistributions.$inferInsert, 'id' | 'createdAt'>,
) {
  const [row] = await tx
    .insert(referenceDistributions)
    .values(values)
    .onConflictDoNothing()
    .returning({ id: referenceDistributions.id });
  return row;
}

/** What the whole board accepts, the newest first. */
export async function listAlarmBudgets(tx: Transaction, params: { organisationId: string }) {
  return tx
    .select()
    .from(alarmBudgets)
    .where(eq(alarmBudgets.organisationId, params.organisationId))
    .orderBy(desc(alarmBudgets.number));
}

/** Nothing is returned when another declaration took the number meanwhile. */
export async function insertAlarmBudget(
  tx: Transaction,
  values: Omit<typeof alarmBudgets.$inferInsert, 'createdAt'>,
) {
  const [row] = await tx
    .insert(alarmBudgets)
    .values(values)
    .onConflictDoNothing()
    .returning({ number: alarmBudgets.number });
  return row;
}
