import { deleteOldUploads } from '#db/queries/monitoring-upload.server.ts';
import { deleteOldImportDrafts } from '#db/queries/response-import.server.ts';
import { withActor } from '../../database.server.ts';

const dayMs = 24 * 60 * 60 * 1000;

/** A file nobody decided about within a day goes. */
export async function purgeImportDrafts(): Promise<void> {
  const before = new Date(Date.now() - dayMs);
  await withActor({ kind: 'system', organisationId: null }, async (tx) => {
    await deleteOldImportDrafts(tx, { before });
    await deleteOldUploads(tx, { before });
  });
}
