import { randomUUID } from 'node:crypto';
import type { Member } from '#db/actor.server.ts';
import type { Transaction } from '#db/database.ts';
import {
  countAboveOverall,
  countReplaced,
  endRecords,
  insertWithdrawal,
  listPartsBeside,
  listWithdrawalPairs,
  restoreRecords,
} from '#db/queries/batch-withdrawal.server.ts';
import { lockDeployment } from '#db/queries/deployment-period.server.ts';
import { findBatch } from '#db/queries/monitoring-batch.server.ts';
import { withActor } from '../../database.server.ts';
import { ServiceError } from '../../errors.ts';
import { authorise } from '../../permissions.ts';
import { sendEvaluation } from '../monitoring/send-evaluation.server.ts';
import { auditRegister, requireDeployment } from '../register/internal.server.ts';
import { countPartsAtOdds } from './check-parts.ts';
import type { OfDeployment } from './deployment-page.server.ts';

type Place = { organisationId: string; deploymentId: string; batchId: string };
type By = { reason: string; tokenId: string | null; userId: string | null };

/**
 * Ends what stands of a batch, and lets stand again what it had replaced, as rows of their own. What a later
 * batch has replaced is that one's, and is left to it. The deployment is locked, and the batch was stored.
 */
export async function takeBack(tx: Transaction, place: Place, by: By) {
  const { organisationId } = place;
  const pairs = await listWithdrawalPairs(tx, place);
  const replacedBefore = await countReplaced(tx, place);
  const again = pairs.flatMap(({ id, restored }) =>
    restored === null ? [] : [{ ended: id, id: randomUUID(), restored }],
  );
  const newOf = new Map(again.map(({ ended, id }) => [ended, id]));
  const counts = { withdrawn: pairs.length, restored: again.length, replacedBefore };
  const withdrawal = await insertWithdrawal(tx, { ...place, ...by, ...counts });
  if (!withdrawal) throw new ServiceError('conflict', 'batch-withdrawn');
  const ended = pairs.map(({ id }) => ({ id, by: newOf.get(id) ?? withdrawal.id }));
  await endRecords(tx, { organisationId }, ended);
  await restoreRecords(tx, { organisationId }, again);
  const ids = again.map(({ id }) => id);
  const above = await countAboveOverall(tx, { organisationId, ids });
  if (above > 0) throw new ServiceError('conflict', 'withdrawal-above-overall', { count: above });
  const odd = countPartsAtOdds(await listPartsBeside(tx, { organisationId, ids }));
  if (odd > 0) throw new ServiceError('conflict', 'withdrawal-parts-differ', { count: odd });
  return counts;
}

/** A batch that was wrong counts no longer, in one step; it is kept, with who took it back and why. */
export async function withdrawBatch(
  member: Member,
  input: OfDeployment & { batchId: string; reason: string },
): Promise<void> {
  const { systemId, deploymentId, batchId, reason } = input;
  authorise(member, 'deployments.manage');
  const { organisationId, userId } = member;
  const place = { organisationId, deploymentId, batchId };
  await withActor(member, async (tx) => {
    const { siteId } = await requireDeployment(tx, member, input);
    authorise(member, 'deployments.manage', [siteId]);
    await lockDeployment(tx, place);
    const batch = await findBatch(tx, place);
    if (!batch) throw new ServiceError('not-found');
    if (batch.state !== 'stored') throw new ServiceError('illegal-state', 'batch-not-stored');
    const counts = await takeBack(tx, place, { reason, tokenId: null, userId });
    await auditRegister(tx, member, {
      action: 'deployment.batch-withdrawn',
      subjectId: systemId,
      detail: { deploymentId, batchId, reason, ...counts },
    });
  });
  await sendEvaluation({ organisationId, deploymentId });
}
