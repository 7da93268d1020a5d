import { and, count, desc, eq } from 'drizzle-orm';
import type { Transaction } from '../database.ts';
import { batchWithdrawals } from '../schema/batch-withdrawal.ts';
import { monitoringBatches } from '../schema/monitoring-batch.ts';
import { apiTokens } from '../schema/monitoring-token.ts';

type OfDeployment = { organisationId: string; deploymentId: string };
type OfBatch = OfDeployment & { batchId: string };
type Counts = Pick<
  typeof monitoringBatches.$inferSelect,
  'accepted' | 'unchanged' | 'superseded' | 'warnings'
>;

const columns = {
  id: monitoringBatches.id,
  source: monitoringBatches.source,
  tool: monitoringBatches.tool,
  modelVersion: monitoringBatches.modelVersion,
  contentHash: monitoringBatches.contentHash,
  state: monitoringBatches.state,
  tokenId: monitoringBatches.tokenId,
  userId: monitoringBatches.userId,
  accepted: monitoringBatches.accepted,
  unchanged: monitoringBatches.unchanged,
  superseded: monitoringBatches.superseded,
  warnings: monitoringBatches.warnings,
  comment: monitoringBatches.comment,
  receivedAt: monitoringBatches.receivedAt,
};

const ofDeployment = ({ organisationId, deploymentId }: OfDeployment) =>
  and(
    eq(monitoringBatches.organisationId, organisationId),
    eq(monitoringBatches.deploymentId, deploymentId),
  );

/** With what was said when it was taken back; null without. */
const withFate = {
  ...columns,
  withdrawal: {
    id: batchWithdrawals.id,
    reason: batchWithdrawals.reason,
    tokenId: batchWithdrawals.tokenId,
    userId: batchWithdrawals.userId,
    withdrawn: batchWithdrawals.withdrawn,
    restored: batchWithdrawals.restored,
    replacedBefore: batchWithdrawals.replacedBefore,
    withdrawnAt: batchWithdrawals.withdrawnAt,
  },
};
const takenBack = and(
  eq(batchWithdrawals.organisationId, monitoringBatches.organisationId),
  eq(batchWithdrawals.batchId, monitoringBatches.id),
);

export async function findBatchByKey(
  tx: Transaction,
  { idempotencyKey, ...deployment }: OfDeployment & { idempotencyKey: string },
) {
  const [batch] = await tx
    .select(withFate)
    .from(monitoringBatches)
    .leftJoin(batchWithdrawals, takenBack)
    .where(and(ofDeployment(deployment), eq(monitoringBatches.idempotencyKey, idempotencyKey)));
  return batch;
}

/** As a machine asks for it, which knows no other token's name. */
export async function findOwnBatch(tx: Transaction, { batchId, ...deployment }: OfBatch) {
  const [batch] = await tx
    .select(withFate)
    .from(monitoringBatches)
    .leftJoin(batchWithdrawals, takenBack)
    .where(and(ofDeployment(deployment), eq(monitoringBatches.id, batchId)));
  return batch;
}

const withToken = { ...withFate, token: apiTokens.name };
const sentBy = and(
  eq(apiTokens.organisationId, monitoringBatches.organisationId),
  eq(apiTokens.id, monitoringBatches.tokenId),
);

export async function findBatch(tx: Transaction, { batchId, ...deployment }: OfBatch) {
  const [batch] = await tx
    .select(withToken)
    .from(monitoringBatches)
    .leftJoin(apiTokens, sentBy)
    .leftJoin(batchWithdrawals, takenBack)
    .where(and(ofDeployment(deployment), eq(monitoringBatches.id, batchId)));
  return batch;
}

/** The newest first. */
export async function listBatches(
  tx: Transaction,
  { limit, offset, ...deployment }: OfDeployment & { limit: number; offset: number },
) {
  return tx
    .select(withToken)
    .from(monitoringBatches)
    .leftJoin(apiTokens, sentBy)
    .leftJoin(batchWithdrawals, takenBack)
    .where(ofDeployment(deployment))
    .orderBy(desc(monitoringBatches.receivedAt), desc(monitoringBatches.id))
    .limit(limit)
    .offset(offset);
}

export async function countBatches(tx: Transaction, deployment: OfDeployment): Promise<number> {
  const [row] = await tx
    .select({ n: count() })
    .from(monitoringBatches)
    .where(ofDeployment(deployment));
  return row?.n ?? 0;
}

/** Nothing is returned when the key was used before. */
export async function insertBatch(tx: Transaction, values: typeof monitoringBatches.$inferInsert) {
  const [batch] = await tx
    .insert(monitoringBatches)
    .values(values)
    .onConflictDoNothing()
    .returning(columns);
  return batch;
}

/** What became of a batch that had waited. */
export async function settleBatch(
  tx: Transaction,
  { batchId, ...params }: OfBatch & { state: 'stored' | 'discarded' } & Partial<Counts>,
): Promise<void> {
  const { organisationId, deploymentId, ...values } = params;
  await tx
    .update(monitoringBatches)
    .set(values)
    .where(and(ofDeployment({ organisationId, deploymentId }), eq(monitoringBatches.id, batchId)));
}
