import { ShapeError } from '../errors.ts';
import { findThemes } from './find-themes.ts';
import type { PooledInput } from './find-pooled-themes.ts';
import type { ThemeResult } from './theme-types.ts';

export type ThemesOfLanguage = {
  readonly language: string;
  /** Rows of the input that are in this language: row i of the result is `rows[i]`. */
  readonly rows: readonly number[];
  readonly result: ThemeResult;
};

/**
 * Themes of each language by itself.
 *
 * `findThemes` of the rows of each language.
 *
 * @param input texts and the language of each.
 * @returns by language in alphabetical order; themes of two languages are not the same because they have one index.
 * @remarks Missing data: a language of few texts has few themes or none.
 * @throws ShapeError 'languages' when there are not as many as texts.
 */
export function findThemesByLanguage(input: PooledInput): ThemesOfLanguage[] {
  const { languages, texts, people, strata, quotable, scores, ...shared } = input;
  if (languages.length !== texts.length) throw new ShapeError('languages', { n: languages.length });
  return [...new Set(languages)].sort().map((language) => {
    const rows = [...texts.keys()].filter((row) => languages[row] === language);
    const of = <One>(values: readonly One[], missing: One) =>
      rows.map((row) => values[row] ?? missing);
    const result = findThemes({
      ...{ ...shared, language, texts: of(texts, '') },
      ...(people ? { people: of(people, null) } : {}),
      ...(strata ? { strata: of(strata, null) } : {}),
      ...(quotable ? { quotable: of(quotable, false) } : {}),
      ...(scores ? { scores: of(scores, null) } : {}),
    });
    return { language, rows, result };
  });
}
