import type { SparseMatrix } from './sparse-matrix.ts';

/**
 * Term frequencies weighted by rarity, each row of length 1.
 *
 * x_it = (1 + log n_it) · (log((1 + N) / (1 + d_t)) + 1), then x_i / |x_i|.
 *
 * @param counts documents × terms
 * @param documentFrequency d_t
 * @param documents N
 *
 * @see Salton, G. & Buckley, C. (1988). Term-weighting approaches in automatic text retrieval.
 *   Information Processing & Management 24(5), 513–523. doi:10.1016/0306-4573(88)90021-0
 */
export function weighTfIdf(
  counts: SparseMatrix,
  documentFrequency: Float64Array,
  documents: number,
): SparseMatrix {
  const { rows, starts, columnOf, values } = counts;
  const weighed = new Float64Array(values.length);
  for (let i = 0; i < rows; i += 1) {
    let sum = 0;
    for (let at = starts[i]!; at < starts[i + 1]!; at += 1) {
      const idf = Math.log((1 + documents) / (1 + documentFrequency[columnOf[at]!]!)) + 1;
      weighed[at] = (1 + Math.log(values[at]!)) * idf;
      sum += weighed[at]! ** 2;
    }
    for (let at = starts[i]!; at < starts[i + 1]!; at += 1) weighed[at]! /= Math.sqrt(sum);
  }
  return { ...counts, values: weighed };
}
