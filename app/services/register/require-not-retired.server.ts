import { listStageEvents } from '#db/queries/stage-event.server.ts';
import { lockStages } from '#db/queries/stage-lock.server.ts';
import type { Transaction } from '#db/database.ts';
import { ServiceError } from '../../errors.ts';
import { stageOf } from './stages.ts';

/**
 * Refuses what would be new of something that is retired: of a place also with its whole system. Takes the lock of the
 * system's stages, so that nothing comes in while somebody retires it; the lock of a deployment comes after it.
 */
export async function requireNotRetired(
  tx: Transaction,
  of: { organisationId: string; systemId: string; deploymentId: string | null },
): Promise<void> {
  const { organisationId, systemId, deploymentId } = of;
  await lockStages(tx, { organisationId, systemId });
  const events = await listStageEvents(tx, { organisationId, systemId });
  if (stageOf(events, systemId, null) === 'retired') {
    throw new ServiceError('illegal-state', 'system-retired');
  }
  if (deploymentId !== null && stageOf(events, systemId, deploymentId) === 'retired') {
    throw new ServiceError('illegal-state', 'stage-retired');
  }
}
