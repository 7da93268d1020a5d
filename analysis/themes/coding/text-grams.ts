import { seededGenerator } from '../../numeric/seeded-generator.ts';
import { beside } from '../../numeric/sparse/beside.ts';
import { denseRows } from '../../numeric/sparse/dense-rows.ts';
import { sparseMatrix, type SparseMatrix } from '../../numeric/sparse/sparse-matrix.ts';
import { weighTfIdf } from '../../numeric/sparse/weigh-tf-idf.ts';
import { countTerms } from '../features/count-terms.ts';
import { documentFeatures } from '../features/document-features.ts';
import { splitTerms } from '../text/split-terms.ts';

/** Words and neighbouring pairs of words. */
function wordGrams(stems: readonly string[]): string[] {
  return stems.flatMap((stem, at) => {
    const next = stems[at + 1];
    return next === undefined ? [stem] : [stem, `${stem} ${next}`];
  });
}

/** Runs of three to five characters of a word with the space on both sides. */
function runsOf(word: string): string[] {
  const characters = Array.from(` ${word} `);
  return [3, 4, 5].flatMap((length) =>
    Array.from({ length: Math.max(0, characters.length - length + 1) }, (_, at) =>
      characters.slice(at, at + length).join(''),
    ),
  );
}

/** The runs of all words of texts; a word that comes again is cut once. */
function characterGrams(texts: readonly string[]): string[][] {
  const known = new Map<string, string[]>();
  return texts.map((text) => {
    const plain = text.normalize('NFKC').toLowerCase();
    return (plain.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).flatMap((word) => {
      const runs = known.get(word) ?? runsOf(word);
      known.set(word, runs);
      return runs;
    });
  });
}

function weighed(rows: readonly (readonly string[])[], fewest: number): SparseMatrix {
  const frequency = new Map<string, number>();
  const counts = rows.map((grams) => {
    const own = new Map<string, number>();
    for (const gram of grams) {
      const before = own.get(gram) ?? 0;
      if (before === 0) frequency.set(gram, (frequency.get(gram) ?? 0) + 1);
      own.set(gram, before + 1);
    }
    return own;
  });
  const vocabulary = [...frequency.keys()]
    .filter((gram) => (frequency.get(gram) ?? 0) >= fewest)
    .sort();
  const indexOf = new Map(vocabulary.map((gram, index) => [gram, index]));
  const kept = counts.map((own) => {
    const row = new Map<number, number>();
    for (const [gram, n] of own) {
      const index = indexOf.get(gram);
      if (index !== undefined) row.set(index, n);
    }
    return row;
  });
  const documentFrequency = Float64Array.from(vocabulary, (gram) => frequency.get(gram) ?? 0);
  return weighTfIdf(sparseMatrix(kept, vocabulary.length), documentFrequency, rows.length);
}

/** Where texts lie among all texts, coded or not. */
function placed(stems: readonly (readonly string[])[]): SparseMatrix {
  const once = new Float64Array(stems.length).fill(1);
  const { values, width } = documentFeatures(countTerms(stems, once), once, seededGenerator(1));
  return denseRows(values, stems.length, width);
}

/**
 * Texts as what a coder's own assignments are learnt from: weights of their words, pairs of words, and runs of three to
 * five characters; and where each lies among all texts by which words stand together, so that a word which no coded
 * text holds is known by its company.
 *
 * @param texts all that belong together, coded or not; the more, the better their places.
 * @param language BCP 47 tag of all of them.
 * @returns texts × grams and places; each part of a row has length 1, or is empty without words.
 * @see Chapelle, O., Schölkopf, B., Zien, A. (2006). Semi-Supervised Learning, ch. 1 (unlabelled data for the
 *   representation); measured in `tests/bench/themes.ts`
 */
export function textGrams(texts: readonly string[], language: string): SparseMatrix {
  const stems = texts.map((text) => splitTerms(text, language).map(({ stem }) => stem));
  const words = weighed(stems.map(wordGrams), 2);
  const characters = weighed(characterGrams(texts), 3);
  return beside([words, characters, placed(stems)]);
}
