import type { Member } from '#db/actor.server.ts';
import { listDatasetStatements } from '#db/queries/dataset-statement.server.ts';
import { listDatasets as findDatasets, listDatasetUses } from '#db/queries/dataset.server.ts';
import { withActor } from '../../database.server.ts';
import { authorise, can } from '../../permissions.ts';
import { nameKey } from '../name-key.ts';
import { summariseDocumentation } from './documentation.ts';

export type DatasetFilter = {
  q?: string | undefined;
  field?: string | undefined;
  used?: 'yes' | undefined;
};

/** Data sets that fit the filter, and how many systems used each. */
export async function listDatasets(member: Member, filter: DatasetFilter = {}) {
  authorise(member, 'models.read');
  const { organisationId } = member;
  return withActor(member, async (tx) => {
    const uses = await listDatasetUses(tx, { organisationId });
    const statements = await listDatasetStatements(tx, { organisationId });
    const datasets = (await findDatasets(tx, { organisationId })).map((dataset) => ({
      ...dataset,
      systems: new Set(
        uses.filter(({ datasetId }) => datasetId === dataset.id).map(({ systemId }) => systemId),
      ).size,
      summary: summariseDocumentation(
        statements.filter(({ datasetId }) => datasetId === dataset.id),
      ),
    }));
    const wanted = nameKey(filter.q ?? '');
    const fits = ({ name, modality, annotations, source, field, systems }: (typeof datasets)[0]) =>
      [name, modality, annotations, source].some((words) => nameKey(words).includes(wanted)) &&
      (filter.field === undefined || filter.field === field) &&
      (filter.used === undefined || systems > 0);
    return {
      datasets: datasets.filter(fits),
      total: datasets.length,
      fields: [...new Set(datasets.map(({ field }) => field))].filter((f) => f !== '').sort(),
      isCatalogueThere: datasets.some(({ catalogueKey }) => catalogueKey !== null),
      mayManage: can(member, 'datasets.manage') && member.siteIds === null,
    };
  });
}
