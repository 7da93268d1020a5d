import { deleteAbandonedDrafts, recordAbandonedDrafts } from '#db/queries/draft.server.ts';
import { withActor } from '../../database.server.ts';

/**
 * Deletes drafts nobody touched for as long as their study keeps them, and writes down how many.
 * Returns that number.
 */
export async function purgeDrafts(today: string): Promise<number> {
  return withActor({ kind: 'system', organisationId: null }, async (tx) => {
    const purged = await deleteAbandonedDrafts(tx, { today });
    for (const wave of purged) await recordAbandonedDrafts(tx, { ...wave, today });
    return purged.reduce((sum, { rows }) => sum + rows, 0);
  });
}
