import type { Member } from '#db/actor.server.ts';
import { findLastChange, undoChange, type UndoneStep } from '#db/queries/code-assignment.server.ts';
import { ServiceError } from '../../errors.ts';
import { today } from '../../today.ts';
import { changeCoding, type CodingIds } from './coding-access.server.ts';

type UndoneChange = { step: UndoneStep; contributionId: string; codeId: string };

/**
 * Takes back what this person did last today, step by step, and says what that was. Earlier days are left
 * alone: nobody remembers what they would take back.
 */
export async function undoCoding(member: Member, ids: CodingIds): Promise<UndoneChange> {
  return changeCoding(member, { ...ids, permission: 'themes.code' }, async (tx, { of }) => {
    const change = await findLastChange(tx, { ...of, by: member.userId, on: today() });
    if (!change) throw new ServiceError('conflict', 'nothing-to-undo');
    const step = await undoChange(tx, { ...of, change });
    return { step, contributionId: change.contributionId, codeId: change.codeId };
  });
}
