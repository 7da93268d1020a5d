import type { Member } from '#db/actor.server.ts';
import { endDraft } from '#db/queries/theme-draft.server.ts';
import { changeCoding, type CodingIds } from './coding-access.server.ts';

/** Stops the work on a draft; one that is done stays. */
export async function cancelDraft(
  member: Member,
  { draftId, ...ids }: CodingIds & { draftId: string },
): Promise<void> {
  await changeCoding(member, { ...ids, permission: 'themes.manage' }, async (tx, { of }) => {
    await endDraft(tx, { organisationId: of.organisationId, id: draftId, state: 'cancelled' });
  });
}
