import type { Member } from '#db/actor.server.ts';
import { acceptSuggestion } from '#db/queries/code-assignment.server.ts';
import { ServiceError } from '../../errors.ts';
import { changeCoding, type CodingIds } from './coding-access.server.ts';

/** Makes the machine's proposal the person's own choice, marked as accepted. */
export async function takeSuggestion(
  member: Member,
  { assignmentId, ...ids }: CodingIds & { assignmentId: string },
): Promise<void> {
  await changeCoding(member, { ...ids, permission: 'themes.code' }, async (tx, { of }) => {
    if (!(await acceptSuggestion(tx, { ...of, id: assignmentId, by: member.userId }))) {
      throw new ServiceError('conflict', 'words-gone');
    }
  });
}
