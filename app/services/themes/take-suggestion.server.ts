import type { Member } from '#db/actor.server.ts';
import { acceptSuggestion, listAssignments } from '#db/queries/code-assignment.server.ts';
import { listDoubleReadings } from '#db/queries/double-reading.server.ts';
import { ServiceError } from '../../errors.ts';
import { changeCoding, type CodingIds } from './coding-access.server.ts';
import { requireUndecided } from './require-undecided.ts';

/** Makes the machine's proposal the person's own choice, marked as accepted. */
export async function takeSuggestion(
  member: Member,
  { assignmentId, ...ids }: CodingIds & { assignmentId: string },
): Promise<void> {
  await changeCoding(member, { ...ids, permission: 'themes.code' }, async (tx, { of }) => {
    const known = (await listAssignments(tx, { ...of, reading: 'first' })).find(
      ({ id }) => id === assignmentId,
    );
    if (known) requireUndecided(await listDoubleReadings(tx, of), known.contributionId);
    if (!(await acceptSuggestion(tx, { ...of, id: assignmentId, by: member.userId }))) {
      throw new ServiceError('conflict', 'words-gone');
    }
  });
}
