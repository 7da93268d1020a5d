import type { Member } from '#db/actor.server.ts';
import { listAssignments } from '#db/queries/code-assignment.server.ts';
import { listCodes } from '#db/queries/codebook.server.ts';
import { listCodedTexts } from '#db/queries/coding.server.ts';
import { listDoubleReadings } from '#db/queries/double-reading.server.ts';
import { listMemberships } from '#db/queries/membership.server.ts';
import { namePeople } from '../contributions/name-people.server.ts';
import { agreementOf, differ } from './agreement-of.ts';
import { readCoding, type CodingIds } from './coding-access.server.ts';
import { effectiveCodes } from './effective-codes.ts';
import { mayCode } from './may-code.ts';

/** Second readings: what waits for the reader, how far two agree, and where somebody must decide. */
export async function getDoublePage(member: Member, ids: CodingIds) {
  const page = await readCoding(member, ids, async (tx, { of, panel }) => ({
    panel,
    texts: await listCodedTexts(tx, of),
    codes: await listCodes(tx, of),
    doubles: await listDoubleReadings(tx, of),
    second: await listAssignments(tx, { ...of, reading: 'second' }),
    people: await listMemberships(tx, of),
  }));
  const { codes, doubles, texts } = page;
  const codeOf = effectiveCodes(codes);
  const coders = page.people.filter((one) => mayCode(one, page.panel));
  const names = await namePeople([
    ...coders.map(({ userId }) => userId),
    ...doubles.map(({ coder }) => coder),
  ]);
  const mine = doubles.filter(({ coder, doneOn }) => coder === member.userId && doneOn === null);
  const [first] = mine;
  const current = texts.find(({ id }) => id === first?.contributionId);
  const nameOf = new Map(codes.map(({ id, name }) => [id, name]));
  const named = (all: readonly string[] | null) =>
    (all ?? []).map((id) => ({ id, name: nameOf.get(codeOf.get(id) ?? id) ?? '' }));
  return {
    ...{ frame: page.frame, coding: page.coding },
    codes: codes
      .filter(({ id }) => codeOf.get(id) === id)
      .map(({ id, name, description }) => ({ id, name, description })),
    coders: coders.map(({ userId }) => ({ userId, name: names.get(userId) ?? '' })),
    left: mine.length,
    current: current
      ? {
          ...{ id: current.id, text: current.text, language: current.language },
          prompt: current.prompt,
          assignments: page.second.flatMap(({ id, contributionId, codeId, by }) =>
            contributionId === current.id && by === member.userId
              ? [{ id, codeId, name: nameOf.get(codeId) ?? '' }]
              : [],
          ),
        }
      : null,
    readers: [...new Set(doubles.map(({ coder }) => coder))].map((coder) => {
      const own = doubles.filter((one) => one.coder === coder);
      const done = own.filter(({ doneOn }) => doneOn !== null).length;
      return { name: names.get(coder) ?? '', texts: own.length, done };
    }),
    agreement: agreementOf(doubles),
    disagreements: doubles.filter(differ).flatMap((one) => {
      const text = texts.find(({ id }) => id === one.contributionId);
      if (!text) return [];
      return [
        {
          ...{ id: text.id, text: text.text, language: text.language, reason: one.reason },
          ...{ first: named(one.firstCodes), second: named(one.secondCodes) },
          decided: one.decidedCodes === null ? null : named(one.decidedCodes),
        },
      ];
    }),
  };
}

export type DoublePage = Awaited<ReturnType<typeof getDoublePage>>;
