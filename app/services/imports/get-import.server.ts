import type { Member } from '#db/actor.server.ts';
import { withActor } from '../../database.server.ts';
import { authorise } from '../../permissions.ts';
import { checkDraft, type CheckedDraft, type ImportParams } from './internal.server.ts';

/** A dry run: what the file would become, and every row that cannot be stored. */
export async function getImport(member: Member, params: ImportParams): Promise<CheckedDraft> {
  authorise(member, 'responses.import');
  return withActor(member, (tx) => checkDraft(tx, member, params));
}
