import type { Member } from '#db/actor.server.ts';
import { listAssignments } from '#db/queries/code-assignment.server.ts';
import { listCodes } from '#db/queries/codebook.server.ts';
import { finishDoubleReading } from '#db/queries/double-reading.server.ts';
import { ServiceError } from '../../errors.ts';
import { today } from '../../today.ts';
import { changeCoding, type CodingIds } from './coding-access.server.ts';
import { codesOfTexts } from './codes-of-texts.ts';
import { effectiveCodes } from './effective-codes.ts';

/** Ends a second reading: both sets of codes are kept as they are now, for the agreement. */
export async function finishDouble(
  member: Member,
  { contributionId, ...ids }: CodingIds & { contributionId: string },
): Promise<void> {
  await changeCoding(member, { ...ids, permission: 'themes.code' }, async (tx, { of }) => {
    const codeOf = effectiveCodes(await listCodes(tx, of));
    const codesIn = async (reading: 'first' | 'second') =>
      codesOfTexts(await listAssignments(tx, { ...of, reading }), codeOf).get(contributionId) ?? [];
    const finished = await finishDoubleReading(tx, {
      ...{ ...of, contributionId, coder: member.userId, doneOn: today() },
      ...{ firstCodes: await codesIn('first'), secondCodes: await codesIn('second') },
    });
    if (!finished) throw new ServiceError('conflict', 'second-reading-done');
  });
}
