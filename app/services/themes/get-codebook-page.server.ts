import type { Member } from '#db/actor.server.ts';
import { listAssignments } from '#db/queries/code-assignment.server.ts';
import { listInCodingOrder } from '#db/queries/coding-order.server.ts';
import { listCodebookEvents, listCodes } from '#db/queries/codebook.server.ts';
import { listCodedTexts } from '#db/queries/coding.server.ts';
import { listDoubleReadings } from '#db/queries/double-reading.server.ts';
import { listThemes } from '#db/queries/theme.server.ts';
import { namePeople } from '../contributions/name-people.server.ts';
import { hiddenFrom } from './hidden-from.ts';
import { codebookAt } from './codebook-at.ts';
import { readCoding, type CodingIds } from './coding-access.server.ts';
import { compareCodebooks } from './compare-codebooks.ts';
import { effectiveCodes } from './effective-codes.ts';
import { suggestionCurves } from './suggestion-curves.server.ts';

type Asked = {
  from: number | null;
  to: number | null;
  split: string | null;
  /** A version to look at. */
  at?: number | null;
  /** How right suggestions were is computed for who asks. */
  hasCurve: boolean;
};

/** The codebook as it is, its history, what two versions have otherwise, and how right suggestions were. */
export async function getCodebookPage(member: Member, ids: CodingIds, asked: Asked) {
  const { from, to, split, hasCurve, at = null } = asked;
  const page = await readCoding(member, ids, async (tx, { of }) => ({
    codes: await listCodes(tx, of),
    themes: await listThemes(tx, of),
    events: await listCodebookEvents(tx, of),
    assignments: await listAssignments(tx, { ...of, reading: 'first' }),
    texts: await listCodedTexts(tx, of),
    order: await listInCodingOrder(tx, of),
    doubles: await listDoubleReadings(tx, of),
  }));
  const { codes, events, assignments, coding } = page;
  const codeOf = effectiveCodes(codes);
  const names = await namePeople(events.map(({ by }) => by));
  const textOf = new Map(page.texts.map((text) => [text.id, text]));
  const chosen = assignments.filter(({ origin }) => origin !== 'suggested');
  const hidden = hiddenFrom(member, page.doubles);
  const newest = coding.version;
  const later = Math.min(to ?? newest, newest);
  return {
    ...{ frame: page.frame, coding },
    curves: hasCurve ? await suggestionCurves({ ...page, codeOf }) : null,
    themes: page.themes.map(({ id, title }) => ({ id, title })),
    codes: codes.map((code) => ({
      ...code,
      texts: new Set(
        chosen.flatMap((one) => (codeOf.get(one.codeId) === code.id ? [one.contributionId] : [])),
      ).size,
    })),
    events: [...events].reverse().map(({ by, ...event }) => ({
      ...event,
      by: names.get(by) ?? null,
      name: codes.find(({ id }) => id === event.codeId)?.name ?? '',
    })),
    at: at === null ? null : { version: Math.min(at, newest), codes: codebookAt(events, at) },
    compared:
      from === null
        ? null
        : {
            ...{ from, to: later },
            differences: compareCodebooks(codebookAt(events, from), codebookAt(events, later)),
          },
    split:
      split === null || !page.frame.may.manageThemes
        ? null
        : {
            codeId: split,
            words: chosen.flatMap(({ id, contributionId, codeId, start, end }) => {
              const text = textOf.get(contributionId);
              if (codeId !== split || !text || hidden.has(text.id)) return [];
              return [{ id, language: text.language, text: text.text.slice(start, end) }];
            }),
          },
  };
}

export type CodebookPage = Awaited<ReturnType<typeof getCodebookPage>>;
