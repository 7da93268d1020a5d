import type { Member } from '#db/actor.server.ts';
import { listCodedTexts } from '#db/queries/coding.server.ts';
import { listDrafts } from '#db/queries/theme-draft.server.ts';
import { steadinessOf } from '#analysis/themes/steadiness.ts';
import { readCoding, type CodingIds } from './coding-access.server.ts';
import type { DraftResult } from './draft-result.ts';
import { fewestTexts } from './request-draft.server.ts';

/** First drafts of themes, one for each language, and how the work on them goes. */
export async function getDraftsPage(member: Member, ids: CodingIds) {
  const page = await readCoding(member, ids, async (tx, { of }) => ({
    texts: await listCodedTexts(tx, of),
    drafts: await listDrafts(tx, of),
  }));
  const textOf = new Map(page.texts.map((text) => [text.id, text]));
  const languages = [...new Set(page.texts.map(({ language }) => language))].sort();
  return {
    ...{ frame: page.frame, coding: page.coding, minimum: fewestTexts },
    languages: languages.map((language) => {
      const draft = page.drafts.find((one) => one.language === language);
      const result = draft?.state === 'done' ? (draft.result as DraftResult) : null;
      return {
        language,
        texts: page.texts.filter((text) => text.language === language).length,
        draft: draft
          ? {
              id: draft.id,
              state: draft.state,
              progress: draft.progress,
              createdAt: draft.createdAt,
            }
          : null,
        withoutContent: result?.withoutContent.length ?? 0,
        themes: (result?.themes ?? []).map(({ phrases, size, stability, quoted }) => ({
          ...{ phrases, size, stability, steadiness: steadinessOf(stability) },
          quotes: quoted.flatMap((id) => {
            const text = textOf.get(id)?.text;
            return text === undefined ? [] : [{ id, text }];
          }),
        })),
      };
    }),
  };
}

export type DraftsPage = Awaited<ReturnType<typeof getDraftsPage>>;
