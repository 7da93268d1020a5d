import type { Member } from '#db/actor.server.ts';
import { listAssignments } from '#db/queries/code-assignment.server.ts';
import { listCodes } from '#db/queries/codebook.server.ts';
import { listCodedTexts } from '#db/queries/coding.server.ts';
import { isWithoutContent } from '#analysis/themes/text/is-without-content.ts';
import { readCoding, type CodingIds } from './coding-access.server.ts';
import { codesOfTexts } from './codes-of-texts.ts';
import { effectiveCodes } from './effective-codes.ts';

export const leftOutReasons = ['without-content', 'uncoded', 'without-theme'] as const;
export type LeftOutReason = (typeof leftOutReasons)[number];

/** Every text that is in no theme, by why: it says nothing, nobody coded it, its codes are in no theme. */
export async function getLeftOut(member: Member, ids: CodingIds) {
  const page = await readCoding(member, ids, async (tx, { of }) => ({
    texts: await listCodedTexts(tx, of),
    codes: await listCodes(tx, of),
    assignments: await listAssignments(tx, { ...of, reading: 'first' }),
  }));
  const codesOf = codesOfTexts(page.assignments, effectiveCodes(page.codes));
  const themeOf = new Map(page.codes.map(({ id, themeId }) => [id, themeId]));
  const reasonOf = (text: { id: string; text: string; language: string }) => {
    const codes = codesOf.get(text.id) ?? [];
    if (codes.some((code) => themeOf.get(code) != null)) return null;
    if (codes.length > 0) return 'without-theme';
    return isWithoutContent(text.text, text.language) ? 'without-content' : 'uncoded';
  };
  const left = page.texts.map((text) => ({ ...text, reason: reasonOf(text) }));
  return {
    ...{ frame: page.frame, coding: page.coding, total: page.texts.length },
    groups: leftOutReasons.map((reason) => ({
      reason,
      texts: left
        .filter((text) => text.reason === reason)
        .map(({ id, text, language }) => ({ id, text, language })),
    })),
  };
}
