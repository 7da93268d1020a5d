import type { Member } from '#db/actor.server.ts';
import {
  acceptSuggestion,
  insertAssignments,
  listAssignments,
} from '#db/queries/code-assignment.server.ts';
import { listCodes } from '#db/queries/codebook.server.ts';
import { listCodedTexts } from '#db/queries/coding.server.ts';
import { listDoubleReadings } from '#db/queries/double-reading.server.ts';
import type { Reading } from '#db/schema/code-assignment.ts';
import { ServiceError } from '../../errors.ts';
import { changeCoding, type CodingIds } from './coding-access.server.ts';
import { requireUndecided } from './require-undecided.ts';

export type AssignInput = CodingIds & {
  contributionId: string;
  codeId: string;
  /** Words of the text in UTF-16 units; null: all of them. */
  span: { start: number; end: number } | null;
  reading: Reading;
  /** Codes that were suggested on the page. */
  offered: readonly string[];
};

/**
 * Gives some words a code. Whoever is to read them a second time does so there first, where the codes
 * of the first reading are not shown. Assigning twice is assigning once.
 */
export async function assignCode(member: Member, input: AssignInput): Promise<void> {
  const { panelId, codingId, contributionId, codeId, span, reading, offered } = input;
  const change = { panelId, codingId, permission: 'themes.code' } as const;
  await changeCoding(member, change, async (tx, { of }) => {
    const text = (await listCodedTexts(tx, of)).find(({ id }) => id === contributionId);
    if (!text) throw new ServiceError('conflict', 'words-gone');
    const code = (await listCodes(tx, of)).find(({ id }) => id === codeId);
    if (!code || code.retired || code.mergedInto !== null) {
      throw new ServiceError('conflict', 'code-not-in-use');
    }
    const doubles = await listDoubleReadings(tx, of);
    const mine = doubles.find(
      (one) =>
        one.contributionId === contributionId && one.coder === member.userId && one.doneOn === null,
    );
    if (reading === 'second' && !mine) throw new ServiceError('conflict', 'second-reading-done');
    if (reading === 'first' && mine)
      throw new ServiceError('illegal-state', 'second-reading-first');
    if (reading === 'first') requireUndecided(doubles, contributionId);
    const { start, end } = span ?? { start: 0, end: text.text.length };
    if (start < 0 || end > text.text.length || start >= end) {
      throw new ServiceError('invalid', 'span-outside');
    }
    const known = (await listAssignments(tx, { ...of, reading })).filter(
      (one) => one.contributionId === contributionId && one.codeId === codeId,
    );
    const isThere = known.some(
      (one) => one.origin !== 'suggested' && one.start === start && one.end === end,
    );
    if (isThere) return;
    const proposed = known.find(({ origin }) => origin === 'suggested');
    if (proposed) {
      await acceptSuggestion(tx, {
        ...of,
        id: proposed.id,
        by: member.userId,
        span: { start, end },
      });
      return;
    }
    const origin = offered.includes(codeId) ? 'accepted' : 'human';
    await insertAssignments(tx, [
      {
        ...{ ...of, contributionId, codeId, start, end, origin, reading },
        ...{ offered: offered.length > 0, by: member.userId },
      },
    ]);
  });
}
