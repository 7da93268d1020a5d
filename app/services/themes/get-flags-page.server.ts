import type { Member } from '#db/actor.server.ts';
import { listCodedTexts } from '#db/queries/coding.server.ts';
import { listFlags } from '#db/queries/theme-check.server.ts';
import { namePeople } from '../contributions/name-people.server.ts';
import { readCoding, type CodingIds } from './coding-access.server.ts';

/** What was flagged as rare but important, with what was answered. */
export async function getFlagsPage(member: Member, ids: CodingIds) {
  const page = await readCoding(member, ids, async (tx, { of }) => ({
    texts: await listCodedTexts(tx, of),
    flags: await listFlags(tx, of),
  }));
  const names = await namePeople(page.flags.flatMap(({ by, answeredBy }) => [by, answeredBy]));
  return {
    ...{ frame: page.frame, coding: page.coding },
    flags: page.flags.map(
      ({ id, contributionId, by, reason, raisedOn, answer, answeredBy, heldOn }) => {
        const text = page.texts.find((one) => one.id === contributionId);
        return {
          ...{
            id,
            reason,
            raisedOn,
            answer,
            heldOn,
            words: text?.text ?? null,
            language: text?.language,
          },
          by: by === null ? null : (names.get(by) ?? null),
          answeredBy: answeredBy === null ? null : (names.get(answeredBy) ?? null),
        };
      },
    ),
  };
}
