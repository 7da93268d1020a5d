import type { Member } from '#db/actor.server.ts';
import { insertDatasets } from '#db/queries/dataset.server.ts';
import { withActor } from '../../database.server.ts';
import { authorise } from '../../permissions.ts';
import { auditRegister } from './internal.server.ts';
import { openDatasets } from './open-datasets/open-datasets.ts';

/** Takes over the catalogue of open data sets. Entries that stand already stay as they were changed. */
export async function adoptCatalogue(member: Member): Promise<{ added: number }> {
  authorise(member, 'datasets.manage');
  const { organisationId } = member;
  return withActor(member, async (tx) => {
    const rows = openDatasets.map((entry) => ({ organisationId, ...entry }));
    const added = (await insertDatasets(tx, rows)).length;
    if (added > 0) {
      await auditRegister(tx, member, {
        action: 'dataset.catalogue-adopted',
        subjectId: organisationId,
        detail: { rows: added },
      });
    }
    return { added };
  });
}
