import type { Generator } from '../../numeric/seeded-generator.ts';
import { averageWordVectors } from '../../numeric/sparse/average-word-vectors.ts';
import { normaliseRows } from '../../numeric/sparse/normalise-rows.ts';
import { truncatedSvd } from '../../numeric/sparse/truncated-svd.ts';
import { weighTfIdf } from '../../numeric/sparse/weigh-tf-idf.ts';
import type { TermCounts } from './count-terms.ts';
import { wordVectors } from './word-vectors.ts';

/** Of each part; ours, for speed. */
const width = 50;

/**
 * Where documents lie: latent semantic analysis beside averaged word vectors, both learnt from the
 * documents themselves, each part of length 1.
 *
 * x_d = [U Σ of tf-idf, each row of length 1; mean of the word vectors by inverse frequency, of length 1].
 *
 * @param terms of the documents
 * @param weights how often each document was seen
 * @param random seeded generator
 * @returns documents × width, row-major; zeros for a document without terms
 * @remarks Missing data: a document without terms lies at 0.
 * @throws never.
 * @see Deerwester, S. et al. (1990). Indexing by latent semantic analysis. JASIS 41(6), 391–407.
 *   doi:10.1002/(SICI)1097-4571(199009)41:6<391::AID-ASI1>3.0.CO;2-9
 */
export function documentFeatures(terms: TermCounts, weights: Float64Array, random: Generator) {
  const { counts, documentFrequency, sequences } = terms;
  const documents = weights.reduce((sum, weight) => sum + weight, 0);
  const lsa = truncatedSvd(weighTfIdf(counts, documentFrequency, documents), width, random);
  normaliseRows(lsa.scores, Math.max(1, lsa.rank));
  const words = wordVectors(sequences, weights, counts.columns, width, random);
  const averaged = averageWordVectors(counts, weights, words.vectors, words.width);
  return joinColumns(lsa.scores, lsa.rank, averaged, words.width, counts.rows);
}

function joinColumns(
  a: Float64Array,
  aWidth: number,
  b: Float64Array,
  bWidth: number,
  rows: number,
): { values: Float64Array; width: number } {
  const joined = aWidth + bWidth;
  const values = new Float64Array(rows * joined);
  for (let row = 0; row < rows; row += 1) {
    values.set(a.subarray(row * aWidth, (row + 1) * aWidth), row * joined);
    values.set(b.subarray(row * bWidth, (row + 1) * bWidth), row * joined + aWidth);
  }
  return { values, width: joined };
}
