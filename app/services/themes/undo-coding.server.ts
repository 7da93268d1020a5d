import type { Member } from '#db/actor.server.ts';
import { findLastChange, undoChange } from '#db/queries/code-assignment.server.ts';
import { ServiceError } from '../../errors.ts';
import { changeCoding, type CodingIds } from './coding-access.server.ts';

/** Takes back what this person did last, step by step; answers with the contribution it was about. */
export async function undoCoding(member: Member, ids: CodingIds): Promise<string> {
  return changeCoding(member, { ...ids, permission: 'themes.code' }, async (tx, { of }) => {
    const change = await findLastChange(tx, { ...of, by: member.userId });
    if (!change) throw new ServiceError('conflict', 'nothing-to-undo');
    await undoChange(tx, { ...of, change });
    return change.contributionId;
  });
}
