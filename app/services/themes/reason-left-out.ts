import { isWithoutContent } from '#analysis/themes/text/is-without-content.ts';
import type { Assignment } from '#db/queries/code-assignment.server.ts';
import type { Code } from '#db/queries/codebook.server.ts';
import { codesOfTexts } from './codes-of-texts.ts';
import { effectiveCodes } from './effective-codes.ts';

export const leftOutReasons = ['without-content', 'uncoded', 'without-theme'] as const;
export type LeftOutReason = (typeof leftOutReasons)[number];

type Text = { id: string; text: string; language: string };

/** Why a text is in no theme; null: it is in one. What somebody coded says something, whatever its words are. */
export function reasonLeftOut({
  codes,
  assignments,
}: {
  codes: readonly Code[];
  assignments: readonly Pick<Assignment, 'contributionId' | 'codeId' | 'origin'>[];
}): (text: Text) => LeftOutReason | null {
  const codesOf = codesOfTexts(assignments, effectiveCodes(codes));
  const themeOf = new Map(codes.map(({ id, themeId }) => [id, themeId]));
  return ({ id, text, language }) => {
    const own = codesOf.get(id) ?? [];
    if (own.some((code) => themeOf.get(code) != null)) return null;
    if (own.length > 0) return 'without-theme';
    return isWithoutContent(text, language) ? 'without-content' : 'uncoded';
  };
}
