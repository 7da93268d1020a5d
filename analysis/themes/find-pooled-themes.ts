import { ShapeError } from '../errors.ts';
import { buildThemes } from './build-themes.ts';
import { normalisedMutualInformation } from '../agreement/normalised-mutual-information.ts';
import type { ThemeQuestion, ThemeResult } from './theme-types.ts';

export type PooledInput = ThemeQuestion & {
  /** BCP 47 tag that the author of each text declared. */
  readonly languages: readonly string[];
};

export type PooledThemes =
  | { readonly refused: false; readonly withLanguage: number; readonly result: ThemeResult }
  | {
      readonly refused: true;
      readonly reason: 'themes-follow-language';
      readonly withLanguage: number;
      /** What can be themed by itself instead, the most rows first. */
      readonly languages: readonly { readonly language: string; readonly rows: number }[];
    };

/** Above, themes say what language an answer is in; parallel sentences pooled reach .7 and more. */
const mostWithLanguage = 0.2;

function countLanguages(languages: readonly string[]) {
  const counts = new Map<string, number>();
  for (const language of languages) counts.set(language, (counts.get(language) ?? 0) + 1);
  return [...counts]
    .map(([language, rows]) => ({ language, rows }))
    .sort((a, b) => b.rows - a.rows || (a.language < b.language ? -1 : 1));
}

/**
 * Themes over answers in several languages, refused where themes follow the language instead of what was said.
 *
 * As `findThemes`; refused where the normalised mutual information of theme and language exceeds .2.
 *
 * @param input texts and the language of each.
 * @returns the themes, or the reason and the languages to be themed one by one (`findThemesByLanguage`); themes over
 *   languages need a checked translation of every answer into one of them.
 * @remarks One language: never refused. Answers without content do not count.
 * @throws ShapeError 'languages' when there are not as many as texts.
 * @see `normalisedMutualInformation`; measured on parallel sentences in
 *   `tests/analysis/themes/languages.test.ts`
 */
export function findPooledThemes(input: PooledInput): PooledThemes {
  const { languages, texts } = input;
  if (languages.length !== texts.length) throw new ShapeError('languages', { n: languages.length });
  const result = buildThemes(input, (row) => languages[row] ?? '');
  const rows = [...texts.keys()].filter((row) => result.assignments[row] !== null);
  const spoken = rows.map((row) => languages[row] ?? '');
  const withLanguage =
    new Set(spoken).size < 2
      ? 0
      : normalisedMutualInformation(
          rows.map((row) => result.assignments[row] ?? -1),
          spoken,
        );
  if (withLanguage <= mostWithLanguage) return { refused: false, withLanguage, result };
  return {
    ...{ refused: true, reason: 'themes-follow-language', withLanguage },
    languages: countLanguages(languages),
  };
}
