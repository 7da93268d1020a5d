import type { ApiToken } from '#db/actor.server.ts';
import { touchToken } from '#db/queries/api-token.server.ts';
import { lockDeployment } from '#db/queries/deployment-period.server.ts';
import { findDeploymentSlug } from '#db/queries/deployment.server.ts';
import { findOwnBatch } from '#db/queries/monitoring-batch.server.ts';
import { withActor } from '../../database.server.ts';
import { ServiceError } from '../../errors.ts';
import { sendEvaluation } from '../monitoring/send-evaluation.server.ts';
import { writeAudit } from '../audit/write-audit.server.ts';
import { getOwnBatch } from './get-own-batch.server.ts';
import { takeBack } from './withdraw-batch.server.ts';
import type { StoredBatch } from './store-batch.server.ts';

/**
 * Takes back for a machine what a machine of its deployment sent. Asked again, it answers as it did. The
 * system does it, after the token was known: the trail is nothing that a machine may write.
 */
export async function withdrawOwnBatch(
  { organisationId, deploymentId, tokenId }: ApiToken,
  { batchId, reason }: { batchId: string; reason: string },
): Promise<{ isNew: boolean; batch: StoredBatch }> {
  const actor = { kind: 'api-token', organisationId, deploymentId, tokenId } as const;
  const place = { organisationId, deploymentId, batchId };
  const isNew = await withActor({ kind: 'system', organisationId }, async (tx) => {
    await lockDeployment(tx, place);
    await touchToken(tx, actor);
    const batch = await findOwnBatch(tx, place);
    const deployment = await findDeploymentSlug(tx, place);
    if (!batch || !deployment) throw new ServiceError('not-found', 'batch-unknown');
    if (batch.withdrawal) return false;
    if (batch.tokenId === null) throw new ServiceError('forbidden', 'batch-of-person');
    if (batch.state !== 'stored') throw new ServiceError('illegal-state', 'batch-not-stored');
    const counts = await takeBack(tx, place, { reason, tokenId, userId: null });
    await writeAudit(tx, {
      ...{ organisationId, actor: 'api-token', action: 'deployment.batch-withdrawn' },
      subjectId: deployment.systemId,
      detail: { deploymentId, batchId, tokenId, reason, ...counts },
    });
    return true;
  });
  if (isNew) await sendEvaluation({ organisationId, deploymentId });
  return { isNew, batch: await getOwnBatch(actor, batchId) };
}
