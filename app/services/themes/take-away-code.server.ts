import type { Member } from '#db/actor.server.ts';
import { listAssignments, removeAssignments } from '#db/queries/code-assignment.server.ts';
import { listDoubleReadings } from '#db/queries/double-reading.server.ts';
import type { Reading } from '#db/schema/code-assignment.ts';
import { ServiceError } from '../../errors.ts';
import { changeCoding, type CodingIds } from './coding-access.server.ts';
import { requireUndecided } from './require-undecided.ts';

/**
 * Takes a code away from words, or says no to a suggestion. Of a second reading, each person takes away
 * their own.
 */
export async function takeAwayCode(
  member: Member,
  { assignmentId, reading, ...ids }: CodingIds & { assignmentId: string; reading: Reading },
): Promise<void> {
  await changeCoding(member, { ...ids, permission: 'themes.code' }, async (tx, { of }) => {
    const known = (await listAssignments(tx, { ...of, reading })).find(
      ({ id }) => id === assignmentId,
    );
    if (!known || (reading === 'second' && known.by !== member.userId)) {
      throw new ServiceError('conflict', 'words-gone');
    }
    if (reading === 'first') {
      requireUndecided(await listDoubleReadings(tx, of), known.contributionId);
    }
    await removeAssignments(tx, { ...of, ids: [assignmentId], by: member.userId });
  });
}
