import type { Member } from '#db/actor.server.ts';
import { countAcceptance, listAssignments } from '#db/queries/code-assignment.server.ts';
import { listCodes } from '#db/queries/codebook.server.ts';
import { listCodedTexts, type CodedText } from '#db/queries/coding.server.ts';
import { listDoubleReadings } from '#db/queries/double-reading.server.ts';
import { listFlags } from '#db/queries/theme-check.server.ts';
import { listDrafts } from '#db/queries/theme-draft.server.ts';
import { listThemes } from '#db/queries/theme.server.ts';
import { nextToCode } from '#analysis/themes/coding/next-to-code.ts';
import { isWithoutContent } from '#analysis/themes/text/is-without-content.ts';
import { ServiceError } from '../../errors.ts';
import { clustersOf } from './draft-result.ts';
import { readCoding, type CodingIds } from './coding-access.server.ts';
import { effectiveCodes } from './effective-codes.ts';
import { hiddenFrom } from './hidden-from.ts';
import { proposedTexts } from './proposed-texts.ts';
import { splitSentences } from './split-sentences.ts';
import { suggestCodesFor } from './suggest-codes.server.ts';

/** All texts, those nobody has coded, or those the machine proposes a code for. */
export const codingViews = ['all', 'uncoded', 'proposed'] as const;
export type CodingView = { at: string | null; only: (typeof codingViews)[number] };

/** Neighbours of the text in the list beside it. */
const listed = 12;

function windowAround<One>(all: readonly One[], index: number): One[] {
  const from = Math.max(0, Math.min(index - listed / 2, all.length - listed));
  return all.slice(from, from + listed);
}

async function readAll(member: Member, ids: CodingIds) {
  return readCoding(member, ids, async (tx, { of }) => ({
    texts: await listCodedTexts(tx, of),
    assignments: await listAssignments(tx, { ...of, reading: 'first' }),
    codes: await listCodes(tx, of),
    themes: await listThemes(tx, of),
    flags: await listFlags(tx, of),
    doubles: await listDoubleReadings(tx, of),
    acceptance: await countAcceptance(tx, of),
    drafts: await listDrafts(tx, { ...of, isDone: true }),
  }));
}

/** The page on which texts are coded: one text, its neighbours, the codebook and the themes. */
export async function getCodingPage(member: Member, ids: CodingIds, { at, only }: CodingView) {
  const all = await readAll(member, ids);
  const { texts, codes, themes, doubles } = all;
  const codeOf = effectiveCodes(codes);
  const hidden = hiddenFrom(member, doubles);
  const standing = all.assignments.filter(({ codeId }) => codeOf.get(codeId));
  const coded = new Set(
    standing.flatMap((one) => (one.origin === 'suggested' ? [] : [one.contributionId])),
  );
  const proposed = proposedTexts(
    standing.filter(({ contributionId }) => !hidden.has(contributionId)),
    codeOf,
  );
  const empty = new Set(
    texts.filter(({ text, language }) => isWithoutContent(text, language)).map(({ id }) => id),
  );
  const settled = new Set([...coded, ...empty, ...hidden]);
  const open = texts.filter(({ id }) => !settled.has(id));
  const wanted = [
    ...open.map(({ id }) => id),
    ...(at === null || settled.has(at) ? [at ?? ''] : []),
  ];
  const clusterOf = clustersOf(all.drafts);
  const suggestions = await suggestCodesFor(texts, standing, { codeOf, wanted });
  const [nextRow] = nextToCode(
    open.map(({ id, text, language }, row) => ({
      ...{ row, text, stratum: language, cluster: clusterOf.get(id) ?? null },
      probabilities: (suggestions.get(id) ?? []).map(({ probability }) => probability),
    })),
    texts.flatMap(({ id, language }) =>
      coded.has(id) ? [{ cluster: clusterOf.get(id) ?? null, stratum: language }] : [],
    ),
    1,
  );
  const next = nextRow === undefined ? null : (open[nextRow]?.id ?? null);
  const isListed = (id: string) =>
    only === 'all' || (only === 'proposed' ? proposed.has(id) : !settled.has(id));
  const first = only === 'proposed' ? texts.find(({ id }) => isListed(id))?.id : undefined;
  const current =
    texts.find(({ id }) => id === (at ?? first ?? next)) ?? (at === null ? texts[0] : undefined);
  if (at !== null && !current) throw new ServiceError('not-found');
  const shown = texts.filter(({ id }) => isListed(id) || id === current?.id);
  const index = shown.findIndex(({ id }) => id === current?.id);
  const textsWith = (codeId: string) =>
    new Set(
      standing
        .filter((one) => one.origin !== 'suggested' && codeOf.get(one.codeId) === codeId)
        .map((one) => one.contributionId),
    ).size;
  const has = (textId: string, codeId: string) =>
    standing.some((one) => one.contributionId === textId && codeOf.get(one.codeId) === codeId);
  const line = ({ id, text, language }: CodedText) => ({
    ...{ id, text, language, isCoded: coded.has(id), isWithoutContent: empty.has(id) },
    isCurrent: id === current?.id,
  });
  const inUse = codes.filter(({ id }) => codeOf.get(id) === id);
  return {
    ...{ frame: all.frame, coding: all.coding, acceptance: all.acceptance, only },
    codes: inUse.map(({ id, name, description, themeId }) => ({
      ...{ id, name, description, themeId, texts: textsWith(id) },
    })),
    themes: themes.map(({ id, title }) => ({ id, title })),
    progress: {
      ...{ total: texts.length, coded: coded.size, withoutContent: empty.size },
      ...{ left: open.length, proposed: proposed.size },
    },
    list: windowAround(shown, index).map(line),
    place: { number: index + 1, of: shown.length },
    ...{ next, previous: shown[index - 1]?.id ?? null, following: shown[index + 1]?.id ?? null },
    current: current
      ? {
          ...{ id: current.id, text: current.text, language: current.language },
          ...{ prompt: current.prompt, mayQuote: current.quoteConsentId !== null },
          isHidden: hidden.has(current.id),
          isDecided: doubles.some(
            (one) => one.contributionId === current.id && one.decidedCodes !== null,
          ),
          isWithoutContent: empty.has(current.id),
          sentences: splitSentences(current.text, current.language),
          assignments: hidden.has(current.id)
            ? []
            : standing.flatMap(({ id, contributionId, codeId, start, end, origin }) =>
                contributionId === current.id
                  ? [{ id, start, end, origin, codeId: codeOf.get(codeId) ?? codeId }]
                  : [],
              ),
          suggestions: hidden.has(current.id)
            ? []
            : (suggestions.get(current.id) ?? []).flatMap(({ code, probability }) =>
                has(current.id, code) ? [] : [{ codeId: code, probability }],
              ),
          flags: all.flags.filter(({ contributionId }) => contributionId === current.id).length,
        }
      : null,
  };
}

export type CodingPage = Awaited<ReturnType<typeof getCodingPage>>;
