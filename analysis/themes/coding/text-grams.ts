import { sparseMatrix, type SparseMatrix } from '../../numeric/sparse/sparse-matrix.ts';
import { weighTfIdf } from '../../numeric/sparse/weigh-tf-idf.ts';
import { splitTerms } from '../text/split-terms.ts';

function count(grams: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const gram of grams) counts.set(gram, (counts.get(gram) ?? 0) + 1);
  return counts;
}

/** Words and neighbouring pairs of words. */
function wordGrams(text: string, language: string): string[] {
  const stems = splitTerms(text, language).map(({ stem }) => stem);
  return stems.flatMap((stem, at) => {
    const next = stems[at + 1];
    return next === undefined ? [stem] : [stem, `${stem} ${next}`];
  });
}

/** Runs of three to five characters within words, with the space on both sides. */
function characterGrams(text: string): string[] {
  const words =
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  return words.flatMap((word) => {
    const characters = Array.from(` ${word} `);
    return [3, 4, 5].flatMap((length) =>
      Array.from({ length: Math.max(0, characters.length - length + 1) }, (_, at) =>
        characters.slice(at, at + length).join(''),
      ),
    );
  });
}

function weighed(rows: readonly Map<string, number>[], fewest: number): SparseMatrix {
  const frequency = new Map<string, number>();
  for (const row of rows) {
    for (const gram of row.keys()) frequency.set(gram, (frequency.get(gram) ?? 0) + 1);
  }
  const vocabulary = [...frequency]
    .filter(([, n]) => n >= fewest)
    .map(([gram]) => gram)
    .sort();
  const indexOf = new Map(vocabulary.map((gram, index) => [gram, index]));
  const counts = rows.map(
    (row) =>
      new Map(
        [...row].flatMap(([gram, n]): [number, number][] => {
          const index = indexOf.get(gram);
          return index === undefined ? [] : [[index, n]];
        }),
      ),
  );
  const documentFrequency = Float64Array.from(vocabulary, (gram) => frequency.get(gram) ?? 0);
  return weighTfIdf(sparseMatrix(counts, vocabulary.length), documentFrequency, rows.length);
}

/** Two matrices of the same rows, side by side. */
function beside(a: SparseMatrix, b: SparseMatrix): SparseMatrix {
  const rows = Array.from({ length: a.rows }, (_, row) => {
    const entries = new Map<number, number>();
    for (const [matrix, shift] of [
      [a, 0],
      [b, a.columns],
    ] as const) {
      const [from = 0, to = 0] = [matrix.starts[row], matrix.starts[row + 1]];
      for (let at = from; at < to; at += 1) {
        entries.set((matrix.columnOf[at] ?? 0) + shift, matrix.values[at] ?? 0);
      }
    }
    return entries;
  });
  return sparseMatrix(rows, a.columns + b.columns);
}

/**
 * Texts as weights of their words, pairs of words, and runs of three to five characters: what a coder's
 * own assignments are learnt from.
 *
 * @returns texts × grams; each of the two halves of a row has length 1
 */
export function textGrams(texts: readonly string[], language: string): SparseMatrix {
  const words = weighed(
    texts.map((text) => count(wordGrams(text, language))),
    2,
  );
  const characters = weighed(
    texts.map((text) => count(characterGrams(text))),
    3,
  );
  return beside(words, characters);
}
