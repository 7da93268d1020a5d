import { randomUUID } from 'node:crypto';
import type { Transaction } from '#db/database.ts';
import { touchToken } from '#db/queries/api-token.server.ts';
import { lockDeployment } from '#db/queries/deployment-period.server.ts';
import { findBatchByKey, insertBatch } from '#db/queries/monitoring-batch.server.ts';
import { insertQuarantined } from '#db/queries/quarantine.server.ts';
import type { BatchState, BatchWarning, QuarantineReason } from '#db/schema/monitoring-batch.ts';
import { withActor } from '../../database.server.ts';
import { ServiceError } from '../../errors.ts';
import { sendEvaluation } from '../monitoring/send-evaluation.server.ts';
import type { Fault } from './faults.ts';
import { firstOfEach } from './warning-codes.ts';
import { plannedFor } from './planned-for.server.ts';
import { raiseVersionAlert } from './raise-version-alert.server.ts';
import type { KeyedBatch, Sender } from './sender.ts';
import { placeOf, weighBatch, type Place } from './weigh-batch.server.ts';

export type StoredBatch = {
  id: string;
  state: BatchState;
  accepted: number;
  unchanged: number;
  superseded: number;
  warnings: BatchWarning[];
  receivedAt: Date;
  /** Who took it back is told on pages alone. */
  withdrawal?: Withdrawal | null;
};

export type Withdrawal = {
  reason: string;
  withdrawn: number;
  restored: number;
  replacedBefore: number;
  withdrawnAt: Date;
};

export type BatchOutcome =
  | { kind: 'stored' | 'quarantined' | 'replayed'; batch: StoredBatch }
  | { kind: 'refused'; faults: Fault[] };

/** What a key was used for before; refused when that was something else. */
async function findReplay(
  tx: Transaction,
  { organisationId, deploymentId }: Omit<Place, 'systemId'>,
  { idempotencyKey, contentHash }: KeyedBatch,
): Promise<BatchOutcome | null> {
  const found = await findBatchByKey(tx, { organisationId, deploymentId, idempotencyKey });
  if (!found) return null;
  if (found.contentHash !== contentHash) throw new ServiceError('conflict', 'key-reused');
  return { kind: 'replayed', batch: found };
}

function batchRow(sender: Sender, place: Place, batch: KeyedBatch) {
  const { source, tool, modelVersion, comment, idempotencyKey, contentHash } = batch;
  return {
    ...{ organisationId: place.organisationId, deploymentId: place.deploymentId },
    ...{ id: randomUUID(), source, tool, modelVersion, comment, idempotencyKey, contentHash },
    tokenId: sender.kind === 'api-token' ? sender.tokenId : null,
    userId: sender.kind === 'member' ? sender.userId : null,
  };
}

async function quarantine(
  tx: Transaction,
  sender: Sender,
  place: Place,
  batch: KeyedBatch,
  { reason, warnings }: { reason: QuarantineReason; warnings: readonly BatchWarning[] },
): Promise<{ kind: 'quarantined'; batch: StoredBatch }> {
  const { organisationId, deploymentId } = place;
  const row = batchRow(sender, place, batch);
  const inserted = await insertBatch(tx, {
    ...{ ...row, state: 'quarantined', warnings: firstOfEach(warnings) },
    ...{ accepted: 0, unchanged: 0, superseded: 0 },
  });
  if (!inserted) throw new Error('another batch took the key while the deployment was locked');
  await insertQuarantined(tx, {
    ...{ organisationId, batchId: row.id, reason, records: [...batch.records] },
  });
  await raiseVersionAlert(tx, {
    ...{ organisationId, deploymentId, kind: reason, version: batch.modelVersion },
    ...{ batchId: row.id, recordedBy: row.userId ?? 'system' },
  });
  return { kind: 'quarantined', batch: inserted };
}

/**
 * Stores all records of a batch, or none. The same key with the same content answers as it did; with
 * other content it is refused. Batches of one deployment wait for each other, so that of two that
 * restate one number the second sees what the first has stored.
 */
export async function storeBatch(
  sender: Sender,
  deploymentId: string,
  batch: KeyedBatch,
  onKept?: (tx: Transaction, kept: StoredBatch) => Promise<void>,
): Promise<BatchOutcome> {
  const { organisationId } = sender;
  const here = { organisationId, deploymentId };
  const planned = await plannedFor(here);
  const outcome = await withActor(sender, async (tx): Promise<BatchOutcome> => {
    await lockDeployment(tx, here);
    if (sender.kind === 'api-token') await touchToken(tx, sender);
    const replay = await findReplay(tx, here, batch);
    if (replay) return replay;
    const place = await placeOf(tx, here, batch);
    const weighed = await weighBatch(tx, place, batch, planned);
    if (weighed.kind === 'refused') return weighed;
    if (weighed.kind === 'waits') {
      const waiting = await quarantine(tx, sender, place, batch, weighed);
      await onKept?.(tx, waiting.batch);
      return waiting;
    }
    const { write, accepted, unchanged, superseded } = weighed.entering;
    const row = batchRow(sender, place, batch);
    const stored = await insertBatch(tx, {
      ...{ ...row, accepted, unchanged, superseded, state: 'stored' },
      warnings: firstOfEach(weighed.warnings),
    });
    if (!stored) throw new Error('another batch took the key while the deployment was locked');
    await write(row.id);
    await onKept?.(tx, stored);
    return { kind: 'stored', batch: stored };
  });
  if (outcome.kind === 'stored') await sendEvaluation(here);
  return outcome;
}
