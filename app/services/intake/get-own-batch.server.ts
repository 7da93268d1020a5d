import type { ApiToken } from '#db/actor.server.ts';
import { touchToken } from '#db/queries/api-token.server.ts';
import { findOwnBatch } from '#db/queries/monitoring-batch.server.ts';
import { withActor } from '../../database.server.ts';
import { ServiceError } from '../../errors.ts';
import type { StoredBatch } from './store-batch.server.ts';

/** What became of a batch of the token's deployment: one that waited may be stored by now. */
export async function getOwnBatch(actor: ApiToken, batchId: string): Promise<StoredBatch> {
  const { organisationId, deploymentId } = actor;
  return withActor(actor, async (tx) => {
    await touchToken(tx, actor);
    const batch = await findOwnBatch(tx, { organisationId, deploymentId, batchId });
    if (!batch) throw new ServiceError('not-found', 'batch-unknown');
    return batch;
  });
}
