import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import type { Transaction } from '../database.ts';
import { monitoringBatches, quarantinedBatches } from '../schema/monitoring-batch.ts';

type OfDeployment = { organisationId: string; deploymentId: string };

const ofBatch = and(
  eq(monitoringBatches.organisationId, quarantinedBatches.organisationId),
  eq(monitoringBatches.id, quarantinedBatches.batchId),
);

export async function insertQuarantined(
  tx: Transaction,
  values: typeof quarantinedBatches.$inferInsert,
): Promise<void> {
  await tx.insert(quarantinedBatches).values(values);
}

/** Those that wait, the oldest first. */
export async function listQuarantined(
  tx: Transaction,
  { organisationId, deploymentId }: OfDeployment,
) {
  return tx
    .select({
      batchId: quarantinedBatches.batchId,
      reason: quarantinedBatches.reason,
      modelVersion: monitoringBatches.modelVersion,
      source: monitoringBatches.source,
      receivedAt: monitoringBatches.receivedAt,
      records: sql<number>`jsonb_array_length(${quarantinedBatches.records})`,
    })
    .from(quarantinedBatches)
    .innerJoin(monitoringBatches, ofBatch)
    .where(
      and(
        eq(quarantinedBatches.organisationId, organisationId),
        eq(monitoringBatches.deploymentId, deploymentId),
        isNull(quarantinedBatches.outcome),
      ),
    )
    .orderBy(asc(monitoringBatches.receivedAt));
}

export async function findQuarantined(
  tx: Transaction,
  { organisationId, deploymentId, batchId }: OfDeployment & { batchId: string },
) {
  const [found] = await tx
    .select({
      reason: quarantinedBatches.reason,
      records: quarantinedBatches.records,
      outcome: quarantinedBatches.outcome,
      outcomeReason: quarantinedBatches.outcomeReason,
      decidedBy: quarantinedBatches.decidedBy,
      decidedAt: quarantinedBatches.decidedAt,
      modelVersion: monitoringBatches.modelVersion,
      warnings: monitoringBatches.warnings,
    })
    .from(quarantinedBatches)
    .innerJoin(monitoringBatches, ofBatch)
    .where(
      and(
        eq(quarantinedBatches.organisationId, organisationId),
        eq(monitoringBatches.deploymentId, deploymentId),
        eq(quarantinedBatches.batchId, batchId),
      ),
    );
  return found;
}

/** False when somebody decided about it meanwhile. What was released stands among the records. */
export async function decideQuarantined(
  tx: Transaction,
  params: {
    organisationId: string;
    batchId: string;
    outcome: 'released' | 'discarded';
    reason: string;
    by: string;
  },
): Promise<boolean> {
  const rows = await tx
    .update(quarantinedBatches)
    .set({
      outcome: params.outcome,
      outcomeReason: params.reason,
      decidedBy: params.by,
      decidedAt: sql`now()`,
      ...(params.outcome === 'released' ? { records: [] } : {}),
    })
    .where(
      and(
        eq(quarantinedBatches.organisationId, params.organisationId),
        eq(quarantinedBatches.batchId, params.batchId),
        isNull(quarantinedBatches.outcome),
      ),
    )
    .returning({ batchId: quarantinedBatches.batchId });
  return rows.length > 0;
}
