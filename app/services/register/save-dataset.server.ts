import type { Member } from '#db/actor.server.ts';
import {
  findDataset,
  insertDatasets,
  updateDataset,
  type DatasetValues,
} from '#db/queries/dataset.server.ts';
import { withActor } from '../../database.server.ts';
import { ServiceError } from '../../errors.ts';
import { authorise } from '../../permissions.ts';
import { auditRegister } from './internal.server.ts';

/** Enters a data set, or changes one unless somebody else did meanwhile. */
export async function saveDataset(
  member: Member,
  input: { datasetId: string | null; revision: number; values: DatasetValues },
): Promise<{ datasetId: string }> {
  authorise(member, 'datasets.manage');
  const { organisationId } = member;
  const { datasetId, revision, values } = input;
  return withActor(member, async (tx) => {
    if (datasetId === null) {
      const [added] = await insertDatasets(tx, [{ organisationId, ...values }]);
      if (!added) throw new ServiceError('conflict');
      const detail = { name: values.name };
      await auditRegister(tx, member, { action: 'dataset.added', subjectId: added.id, detail });
      return { datasetId: added.id };
    }
    const before = await findDataset(tx, { organisationId, datasetId });
    if (!before) throw new ServiceError('not-found');
    if (!(await updateDataset(tx, { organisationId, datasetId, revision, ...values }))) {
      const newest = (await findDataset(tx, { organisationId, datasetId }))?.revision ?? revision;
      throw new ServiceError('conflict', 'edited-meanwhile', { revision: newest });
    }
    const detail = { before, after: values };
    await auditRegister(tx, member, { action: 'dataset.edited', subjectId: datasetId, detail });
    return { datasetId };
  });
}
