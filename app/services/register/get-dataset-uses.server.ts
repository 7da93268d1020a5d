import type { Member } from '#db/actor.server.ts';
import { listDatasetStatements } from '#db/queries/dataset-statement.server.ts';
import { listDatasets, listDatasetUses } from '#db/queries/dataset.server.ts';
import { listVersions } from '#db/queries/model-version.server.ts';
import { withActor } from '../../database.server.ts';
import { authorise } from '../../permissions.ts';
import { summariseDocumentation } from './documentation.ts';
import { readSystemFrame } from './read-system.server.ts';

/** Which data sets a system used for what. */
export async function getDatasetUses(member: Member, { systemId }: { systemId: string }) {
  authorise(member, 'models.read');
  const { organisationId } = member;
  return withActor(member, async (tx) => {
    const datasets = await listDatasets(tx, { organisationId });
    const versions = await listVersions(tx, { organisationId, systemId });
    const statements = await listDatasetStatements(tx, { organisationId });
    const uses = await listDatasetUses(tx, { organisationId });
    return {
      frame: await readSystemFrame(tx, member, systemId),
      datasets: datasets.map(({ id, name, field }) => ({ id, name, field })),
      versions: versions.map(({ id, version }) => ({ id, version })),
      uses: uses
        .filter((use) => use.systemId === systemId)
        .map(({ id, datasetId, versionId, role, note }) => {
          const dataset = datasets.find((each) => each.id === datasetId);
          const version = versions.find((each) => each.id === versionId)?.version ?? null;
          const summary = summariseDocumentation(
            statements.filter((statement) => statement.datasetId === datasetId),
          );
          const use = { id, datasetId, role, note, version, summary };
          return { ...use, name: dataset?.name ?? '', dataset };
        }),
    };
  });
}
