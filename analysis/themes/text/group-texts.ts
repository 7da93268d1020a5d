import { byCodeUnits } from '../../numeric/by-code-units.ts';
import { splitTerms, type Term } from './split-terms.ts';

/** Answers that say the same in the same words, and stand as one from here on. */
export type TextGroup = {
  /** Of the text that stands for all, in order. */
  readonly terms: readonly Term[];
  /** The text that stands for all: the first by code units. */
  readonly text: string;
  readonly language: string;
  /** Rows of the input, ascending. */
  readonly rows: readonly number[];
};

/**
 * Groups exact and near duplicates: texts of one language with the same words in any order, whatever their case,
 * punctuation, stop words and endings. Texts without any word are grouped by what is left of them.
 *
 * Same language and same sorted stems.
 *
 * @param texts as written, one a row
 * @param languageOf BCP 47 tag of each row
 * @param rows which rows to group
 * @returns groups in an order that does not depend on the order of rows
 * @remarks Missing data: empty texts of a language are one group.
 * @throws never.
 * @see `splitTerms`
 */
export function groupTexts(
  texts: readonly string[],
  languageOf: (row: number) => string,
  rows: readonly number[],
): TextGroup[] {
  const groups = new Map<string, { -readonly [Key in keyof TextGroup]: TextGroup[Key] }>();
  for (const row of rows) {
    const text = texts[row] ?? '';
    const language = languageOf(row);
    const terms = splitTerms(text, language);
    const bare = text.normalize('NFKC').toLowerCase().trim();
    const words = terms.map(({ stem }) => stem).sort(byCodeUnits);
    const key = `${language}\u0001${words.length > 0 ? words.join(' ') : `\u0001${bare}`}`;
    const group = groups.get(key);
    if (!group) {
      groups.set(key, { terms, text, language, rows: [row] });
      continue;
    }
    group.rows = [...group.rows, row];
    if (text < group.text) {
      group.text = text;
      group.terms = terms;
    }
  }
  return [...groups.entries()].sort(([a], [b]) => byCodeUnits(a, b)).map(([, group]) => group);
}
