import type { Member } from '#db/actor.server.ts';
import { listSystems } from '#db/queries/ai-system.server.ts';
import { listDatasetStatements } from '#db/queries/dataset-statement.server.ts';
import { findDataset, listDatasetUses } from '#db/queries/dataset.server.ts';
import { withActor } from '../../database.server.ts';
import { ServiceError } from '../../errors.ts';
import { authorise, can } from '../../permissions.ts';
import { today } from '../../today.ts';
import {
  documentationGroups,
  newestOf,
  summariseDocumentation,
  type DocumentationGroup,
} from './documentation.ts';
import { namesOf } from './internal.server.ts';

/** A data set, which systems used it for what, and what its papers leave open. */
export async function getDataset(member: Member, { datasetId }: { datasetId: string }) {
  authorise(member, 'models.read');
  const { organisationId } = member;
  const { statements, ...page } = await withActor(member, async (tx) => {
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
      statements: await listDatasetStatements(tx, { organisationId, datasetId }),
    };
  });
  const names = await namesOf(statements.map(({ recordedBy }) => recordedBy));
  return {
    ...{ ...page, day: today(), summary: summariseDocumentation(statements) },
    documentation: Object.entries(documentationGroups).map(([group, items]) => ({
      group: group as DocumentationGroup,
      items: items.map((item) => {
        const statement = newestOf(statements, item) ?? null;
        return { item, statement, by: names.get(statement?.recordedBy ?? '') ?? null };
      }),
    })),
  };
}
