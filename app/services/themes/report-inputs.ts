import type { Assignment } from '#db/queries/code-assignment.server.ts';
import type { Code } from '#db/queries/codebook.server.ts';
import type { CodedText } from '#db/queries/coding.server.ts';
import type { DoubleReading } from '#db/queries/double-reading.server.ts';
import type { Reply } from '#db/queries/theme-check.server.ts';
import type { Theme } from '#db/queries/theme.server.ts';

/** Everything that a theme report is made of. */
export type ReportInputs = {
  texts: readonly CodedText[];
  codes: readonly Code[];
  themes: readonly Theme[];
  assignments: readonly Assignment[];
  doubles: readonly DoubleReading[];
  flags: readonly {
    id: string;
    contributionId: string;
    isByPerson: string | null;
    reason: string;
    answer: string | null;
  }[];
  replies: readonly Reply[];
};

/** What the hash of a report's inputs is made of: the same words, codes and themes have the same one. */
export function hashedInputs({ texts, codes, themes, assignments }: ReportInputs) {
  return {
    texts: texts.map(({ id, text, language }) => [id, language, text]).sort(),
    codes: codes.map(({ id, name, themeId, against, mergedInto, retired }) => [
      ...[id, name, themeId, against, mergedInto, retired],
    ]),
    themes: themes.map(({ id, title, summary }) => ({ id, title, summary })),
    assignments: assignments
      .filter(({ origin }) => origin !== 'suggested')
      .map(({ contributionId, codeId, start, end }) => [contributionId, codeId, start, end].join())
      .sort(),
  };
}
