import type { Member } from '#db/actor.server.ts';
import { listAssignments } from '#db/queries/code-assignment.server.ts';
import { listCodes } from '#db/queries/codebook.server.ts';
import { listCodedTexts } from '#db/queries/coding.server.ts';
import { listDrafts } from '#db/queries/theme-draft.server.ts';
import { readCoding, type CodingIds } from './coding-access.server.ts';
import type { DraftResult } from './draft-result.ts';
import { effectiveCodes } from './effective-codes.ts';
import { joinDraftThemes } from './join-draft-themes.ts';
import { proposedTexts } from './proposed-texts.ts';
import { fewestTexts } from './request-draft.server.ts';

type Draft = Awaited<ReturnType<typeof listDrafts>>[number];

/** After so many the order says little more; all of them can be read where they are coded. */
const mostToRead = 60;

/** A finished draft with the words that still stand. */
function presentResult({ result, merges }: Draft, textOf: ReadonlyMap<string, string>) {
  const draft = result as DraftResult;
  const shown = (id: string, [start, end] = [0, Infinity]) => {
    const text = textOf.get(id)?.slice(start, end);
    return text === undefined ? [] : [{ id, text }];
  };
  const textsOf = (ids: readonly string[]) => ids.flatMap((id) => shown(id));
  return {
    themes: joinDraftThemes(draft, merges).map(({ quotes, readingOrder, ...theme }) => ({
      ...theme,
      quotes: quotes.flatMap(({ id, role, start, end }) =>
        shown(id, [start, end]).map((quote) => ({ ...quote, role })),
      ),
      readingOrder: textsOf(readingOrder.slice(0, mostToRead)),
    })),
    merges: draft.merges.map(({ themes, likeness }, place) => ({
      ...{ place, likeness, decision: merges[place] ?? null },
      parts: themes.flatMap((at) => {
        const theme = draft.themes[at];
        return theme ? [{ phrases: theme.phrases, size: theme.size }] : [];
      }),
    })),
    coverage: {
      ...{ texts: draft.texts, people: draft.people },
      withTheme: draft.texts - draft.withoutContent.length,
    },
    withoutContent: textsOf(draft.withoutContent),
    unsure: textsOf(draft.unsure),
    repeated: textsOf(draft.repeated ?? []),
    curve: draft.curve,
  };
}

/** First drafts of themes, one for each language, and how the work on them goes. */
export async function getDraftsPage(member: Member, ids: CodingIds) {
  const page = await readCoding(member, ids, async (tx, { of }) => ({
    texts: await listCodedTexts(tx, of),
    drafts: await listDrafts(tx, of),
    codes: await listCodes(tx, of),
    assignments: await listAssignments(tx, { ...of, reading: 'first' }),
  }));
  const textOf = new Map(page.texts.map(({ id, text }) => [id, text]));
  const languages = [...new Set(page.texts.map(({ language }) => language))].sort();
  return {
    ...{ frame: page.frame, coding: page.coding, minimum: fewestTexts },
    proposed: proposedTexts(page.assignments, effectiveCodes(page.codes)).size,
    languages: languages.map((language) => {
      const draft = page.drafts.find((one) => one.language === language);
      return {
        language,
        texts: page.texts.filter((text) => text.language === language).length,
        draft: draft ? { id: draft.id, state: draft.state, progress: draft.progress } : null,
        result: draft?.state === 'done' ? presentResult(draft, textOf) : null,
      };
    }),
  };
}

export type DraftsPage = Awaited<ReturnType<typeof getDraftsPage>>;
export type DraftOfLanguage = DraftsPage['languages'][number];
export type PresentedDraft = NonNullable<DraftOfLanguage['result']>;
