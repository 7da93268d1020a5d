import { splitTerms } from './split-terms.ts';

/** Answers that say the same in the same words, and stand as one from here on. */
export type TextGroup = {
  /** Stems in order. */
  readonly stems: readonly string[];
  /** The text that stands for all: the first by code units. */
  readonly text: string;
  /** Rows of the input, ascending. */
  readonly rows: readonly number[];
};

const byCodeUnits = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/**
 * Groups exact and near duplicates: texts with the same words in any order, whatever their case,
 * punctuation, stop words and endings. Texts without any word are grouped by what is left of them.
 *
 * @param texts as written, one a row
 * @param language BCP 47 tag of all of them
 * @param rows which rows to group
 * @returns groups in an order that does not depend on the order of rows
 */
export function groupTexts(
  texts: readonly string[],
  language: string,
  rows: readonly number[],
): TextGroup[] {
  const groups = new Map<string, { texts: string[]; rows: number[] }>();
  for (const row of rows) {
    const text = texts[row] ?? '';
    const stems = splitTerms(text, language).map(({ stem }) => stem);
    const bare = text.normalize('NFKC').toLowerCase().trim();
    const key = stems.length > 0 ? [...stems].sort(byCodeUnits).join(' ') : `\u0001${bare}`;
    const group = groups.get(key) ?? { texts: [], rows: [] };
    group.texts.push(text);
    group.rows.push(row);
    groups.set(key, group);
  }
  return [...groups.entries()]
    .sort(([a], [b]) => byCodeUnits(a, b))
    .map(([, { texts: all, rows: own }]) => {
      const [text = ''] = all.sort(byCodeUnits);
      return { text, stems: splitTerms(text, language).map(({ stem }) => stem), rows: own };
    });
}
