import type { Member } from '#db/actor.server.ts';
import { listSystems } from '#db/queries/ai-system.server.ts';
import { findDataset, listDatasetUses } from '#db/queries/dataset.server.ts';
import { withActor } from '../../database.server.ts';
import { ServiceError } from '../../errors.ts';
import { authorise, can } from '../../permissions.ts';

/** A data set, and which systems used it for what. */
export async function getDataset(member: Member, { datasetId }: { datasetId: string }) {
  authorise(member, 'models.read');
  const { organisationId } = member;
  return withActor(member, async (tx) => {
    const dataset = await findDataset(tx, { organisationId, datasetId });
    if (!dataset) throw new ServiceError('not-found');
    const systems = await listSystems(tx, { organisationId });
    const uses = await listDatasetUses(tx, { organisationId });
    return {
      dataset,
      uses: systems.flatMap(({ id, name }) => {
        const own = uses.filter((use) => use.systemId === id && use.datasetId === datasetId);
        const roles = [...new Set(own.map(({ role }) => role))];
        return own.length === 0 ? [] : [{ id, name, roles }];
      }),
      mayManage: can(member, 'datasets.manage') && member.siteIds === null,
    };
  });
}
