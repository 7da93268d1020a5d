import type { Member } from '#db/actor.server.ts';
import { deleteDatasetUse } from '#db/queries/dataset.server.ts';
import { withActor } from '../../database.server.ts';
import { ServiceError } from '../../errors.ts';
import { authorise } from '../../permissions.ts';
import { auditRegister } from './internal.server.ts';

/** Takes back that a system used a data set; the trail keeps that it was said. */
export async function unlinkDataset(
  member: Member,
  { systemId, useId }: { systemId: string; useId: string },
): Promise<void> {
  authorise(member, 'models.manage');
  const { organisationId } = member;
  await withActor(member, async (tx) => {
    const removed = await deleteDatasetUse(tx, { organisationId, systemId, useId });
    if (!removed) throw new ServiceError('not-found');
    await auditRegister(tx, member, {
      action: 'system.dataset-unlinked',
      subjectId: systemId,
      detail: { datasetId: removed.datasetId, as: removed.role },
    });
  });
}
