import type { Member } from '#db/actor.server.ts';
import { listAssignments } from '#db/queries/code-assignment.server.ts';
import { listCodes } from '#db/queries/codebook.server.ts';
import { listCodedTexts } from '#db/queries/coding.server.ts';
import { readCoding, type CodingIds } from './coding-access.server.ts';
import { leftOutPerPage } from './left-out-per-page.ts';
import { leftOutReasons, reasonLeftOut, type LeftOutReason } from './reason-left-out.ts';

type Asked = { reason?: LeftOutReason | null; page?: number };

/**
 * Every text that is in no theme, by why: it says nothing, nobody coded it, its codes are in no theme. `page`
 * is that of one `reason`; of the others the first ones are there.
 */
export async function getLeftOut(
  member: Member,
  { reason: asked = null, page: wanted = 1, ...ids }: CodingIds & Asked,
) {
  const page = await readCoding(member, ids, async (tx, { of }) => ({
    texts: await listCodedTexts(tx, of),
    codes: await listCodes(tx, of),
    assignments: await listAssignments(tx, { ...of, reading: 'first' }),
  }));
  const reasonOf = reasonLeftOut(page);
  const left = page.texts.map((text) => ({ ...text, reason: reasonOf(text) }));
  return {
    ...{ frame: page.frame, coding: page.coding, total: page.texts.length },
    groups: leftOutReasons.map((reason) => {
      const own = left.filter((text) => text.reason === reason);
      const last = Math.max(1, Math.ceil(own.length / leftOutPerPage));
      const number = Math.min(reason === asked ? wanted : 1, last);
      return {
        ...{ reason, texts: own.length, page: number, isAsked: reason === asked },
        shown: own
          .slice((number - 1) * leftOutPerPage, number * leftOutPerPage)
          .map(({ id, text, language }) => ({ id, text, language })),
      };
    }),
  };
}
