import { seededGenerator } from '../../numeric/seeded-generator.ts';
import { beside } from '../../numeric/sparse/beside.ts';
import { denseRows } from '../../numeric/sparse/dense-rows.ts';
import type { SparseMatrix } from '../../numeric/sparse/sparse-matrix.ts';
import { countTerms } from '../features/count-terms.ts';
import { documentFeatures } from '../features/document-features.ts';
import { wordAndCharacterGrams } from '../features/word-and-character-grams.ts';
import { splitTerms } from '../text/split-terms.ts';

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
 * @remarks Missing data: an empty text is an empty row.
 * @throws never.
 * @see Chapelle, O., Schölkopf, B., Zien, A. (2006). Semi-Supervised Learning, ch. 1 (unlabelled data for the
 *   representation); measured in `tests/bench/themes.ts`
 */
export function textGrams(texts: readonly string[], language: string): SparseMatrix {
  const stems = texts.map((text) => splitTerms(text, language).map(({ stem }) => stem));
  return beside([wordAndCharacterGrams(texts, stems), placed(stems)]);
}
