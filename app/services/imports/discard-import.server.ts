import type { Member } from '#db/actor.server.ts';
import { deleteImportDraft } from '#db/queries/response-import.server.ts';
import { withActor } from '../../database.server.ts';
import { authorise } from '../../permissions.ts';

/** Nothing was stored yet, so nothing is left; a second time is no mistake. */
export async function discardImport(member: Member, draftId: string): Promise<void> {
  authorise(member, 'responses.import');
  const { organisationId } = member;
  await withActor(member, (tx) => deleteImportDraft(tx, { organisationId, id: draftId }));
}
