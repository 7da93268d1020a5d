import { randomUUID } from 'node:crypto';
import type { Transaction } from '../../database.ts';
import { batchWithdrawals } from '../../schema/batch-withdrawal.ts';
import { monitoringBatches } from '../../schema/monitoring-batch.ts';
import { monitoringRecords } from '../../schema/monitoring-record.ts';

type Place = {
  organisationId: string;
  systemId: string;
  deploymentId: string;
  versionId: string;
  ownerId: string;
};

/** A batch of the demo that was taken back the day after, of a number that no plan watches. */
export async function insertWithdrawnBatch(
  tx: Transaction,
  { organisationId, systemId, deploymentId, versionId, ownerId: userId }: Place,
  period: { from: string; to: string },
  today: Date,
): Promise<void> {
  const dayMs = 24 * 60 * 60 * 1000;
  const [sentAt, takenBackAt] = [2, 1].map((days) => new Date(today.getTime() - days * dayMs));
  if (!sentAt || !takenBackAt) throw new Error('two days');
  const [batchId, withdrawalId] = [randomUUID(), randomUUID()];
  const here = { organisationId, deploymentId };
  await tx.insert(monitoringBatches).values({
    ...{ ...here, id: batchId, source: 'synthetic', modelVersion: 'demo', receivedAt: sentAt },
    ...{ idempotencyKey: batchId, contentHash: batchId, state: 'stored', userId },
    ...{ accepted: 1, unchanged: 0, superseded: 0, comment: 'Synthetic numbers of the demo' },
    warnings: [{ code: 'metric-not-watched', detail: { metric: 'visits' } }],
  });
  await tx.insert(batchWithdrawals).values({
    ...{ ...here, id: withdrawalId, batchId, userId, withdrawnAt: takenBackAt },
    ...{ withdrawn: 1, restored: 0, replacedBefore: 0 },
    reason: 'Visits of another ward were counted (demo)',
  });
  await tx.insert(monitoringRecords).values({
    ...{ ...here, systemId, versionId, batchId, metric: 'visits', kind: 'proportion' },
    ...{ mode: 'live', numerator: 410, denominator: 980, recordedAt: sentAt },
    ...{ periodFrom: period.from, periodTo: period.to },
    ...{ supersededBy: withdrawalId, supersededAt: takenBackAt },
  });
}
