import { and, asc, eq, sql } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import type { Transaction } from '../database.ts';
import { batchWithdrawals } from '../schema/batch-withdrawal.ts';
import { deploymentEvaluations } from '../schema/deployment-evaluation.ts';
import { deployments } from '../schema/deployment.ts';
import { chartBaselines, referenceDistributions } from '../schema/monitoring-baseline.ts';
import { monitoringBatches } from '../schema/monitoring-batch.ts';
import { monitoringPlans } from '../schema/monitoring-plan.ts';

type Scope = { organisationId: string; deploymentId?: string };
/** How many rows of a table there are of each deployment; of one state alone where it is named. */
const rowsOf = (table: PgTable, state?: string) =>
  sql<number>`(select count(*)::int from ${table} own
    where own.organisation_id = deployments.organisation_id and own.deployment_id = deployments.id
      and ${state === undefined ? sql`true` : sql`own.state = ${state}`})`;

/**
 * Of each deployment the actor sees how much there is to compute from, in the order of their ids. All of it is added
 * to alone: records come in batches, and batches that were stored, withdrawals of them, adopted plans and decisions
 * stay, so that equal numbers are equal inputs.
 */
export async function listEvaluationInputs(
  tx: Transaction,
  { organisationId, deploymentId }: Partial<Scope>,
) {
  return tx
    .select({
      organisationId: deployments.organisationId,
      deploymentId: deployments.id,
      plans: rowsOf(monitoringPlans, 'adopted'),
      batches: rowsOf(monitoringBatches, 'stored'),
      withdrawals: rowsOf(batchWithdrawals),
      baselines: rowsOf(chartBaselines),
      references: rowsOf(referenceDistributions),
    })
    .from(deployments)
    .where(
      and(
        organisationId === undefined ? undefined : eq(deployments.organisationId, organisationId),
        deploymentId === undefined ? undefined : eq(deployments.id, deploymentId),
      ),
    )
    .orderBy(asc(deployments.id));
}
export type EvaluationInputs = Awaited<ReturnType<typeof listEvaluationInputs>>[number];

/** What was found of each deployment, or of one, when it was last computed. */
export async function listEvaluations(tx: Transaction, { organisationId, deploymentId }: Scope) {
  const own = deploymentEvaluations;
  return tx
    .select()
    .from(own)
    .where(
      and(
        eq(own.organisationId, organisationId),
        deploymentId === undefined ? undefined : eq(own.deploymentId, deploymentId),
      ),
    );
}
export type StoredEvaluation = Awaited<ReturnType<typeof listEvaluations>>[number];

/** In place of what was found before. */
export async function saveEvaluation(
  tx: Transaction,
  values: Omit<typeof deploymentEvaluations.$inferInsert, 'computedAt'>,
): Promise<void> {
  const { asOf, inputs, metrics, stamp } = values;
  const found = { asOf, inputs, metrics, stamp, computedAt: new Date() };
  await tx
    .insert(deploymentEvaluations)
    .values(values)
    .onConflictDoUpdate({
      target: [deploymentEvaluations.organisationId, deploymentEvaluations.deploymentId],
      set: found,
    });
}

/** The deployments at which review may be a rubber stamp, as it was found last. */
export async function listStamped(
  tx: Transaction,
  { organisationId }: { organisationId: string },
): Promise<string[]> {
  const own = deploymentEvaluations;
  const rows = await tx
    .select({ deploymentId: own.deploymentId })
    .from(own)
    .where(and(eq(own.organisationId, organisationId), eq(own.stamp, 'sign')));
  return rows.map(({ deploymentId }) => deploymentId);
}
