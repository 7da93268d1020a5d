import type { Member } from '#db/actor.server.ts';
import { findDataset, insertDatasetUse } from '#db/queries/dataset.server.ts';
import { findVersion } from '#db/queries/model-version.server.ts';
import type { DatasetRole } from '#db/schema/dataset.ts';
import { withActor } from '../../database.server.ts';
import { ServiceError } from '../../errors.ts';
import { authorise } from '../../permissions.ts';
import { auditRegister, requireSystem } from './internal.server.ts';

/** Which field of the form a refusal of the service is about. */
export const datasetUseRefusals = {
  'dataset-unknown': 'datasetId',
  'dataset-use-stands': 'role',
  'version-unknown': 'versionId',
} as const;

/** Says that a system, or one version of it, used a data set for something. */
export async function linkDataset(
  member: Member,
  input: {
    systemId: string;
    datasetId: string;
    versionId: string | null;
    role: DatasetRole;
    note: string;
  },
): Promise<void> {
  authorise(member, 'models.manage');
  const { organisationId, userId: recordedBy } = member;
  const { systemId, datasetId, versionId, role } = input;
  await withActor(member, async (tx) => {
    await requireSystem(tx, member, systemId);
    const dataset = await findDataset(tx, { organisationId, datasetId });
    if (!dataset) throw new ServiceError('invalid', 'dataset-unknown');
    if (versionId !== null && !(await findVersion(tx, { organisationId, systemId, versionId }))) {
      throw new ServiceError('invalid', 'version-unknown');
    }
    const added = await insertDatasetUse(tx, { organisationId, recordedBy, ...input });
    if (!added) throw new ServiceError('conflict', 'dataset-use-stands');
    await auditRegister(tx, member, {
      action: 'system.dataset-linked',
      subjectId: systemId,
      detail: { datasetId, dataset: dataset.name, as: role, versionId },
    });
  });
}
