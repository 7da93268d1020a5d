import { normaliseRows } from './normalise-rows.ts';
import type { SparseMatrix } from './sparse-matrix.ts';

/** Weight of a term that is an `a` part of all running words, relative to a rare one: a half. */
const a = 1e-3;

/**
 * Documents as averages of their words' vectors, frequent words weighing less, without the direction
 * that all share; each of length 1.
 *
 * d_i = Σ_t n_it a / (a + p_t) v_t, less its part along the first right singular vector.
 *
 * @param counts documents × terms
 * @param weights how often each document was seen
 * @param vectors terms × width, row-major
 * @returns documents × width; zeros for a document without terms
 *
 * @see Arora, S., Liang, Y. & Ma, T. (2017). A simple but tough-to-beat baseline for sentence
 *   embeddings. ICLR. openreview.net/forum?id=SyK00v5xx
 */
export function averageWordVectors(
  counts: SparseMatrix,
  weights: Float64Array,
  vectors: Float64Array,
  width: number,
): Float64Array {
  const { rows, columns, starts, columnOf, values } = counts;
  const frequency = new Float64Array(columns);
  let total = 0;
  for (let i = 0; i < rows; i += 1) {
    for (let at = starts[i]!; at < starts[i + 1]!; at += 1) {
      frequency[columnOf[at]!]! += weights[i]! * values[at]!;
      total += weights[i]! * values[at]!;
    }
  }
  const result = new Float64Array(rows * width);
  for (let i = 0; i < rows; i += 1) {
    for (let at = starts[i]!; at < starts[i + 1]!; at += 1) {
      const term = columnOf[at]!;
      const weight = (values[at]! * a) / (a + frequency[term]! / total);
      for (let j = 0; j < width; j += 1)
        result[i * width + j]! += weight * vectors[term * width + j]!;
    }
  }
  normaliseRows(result, width);
  removeCommonDirection(result, rows, weights, width);
  normaliseRows(result, width);
  return result;
}

/** The first right singular vector by power iteration, begun at the mean; taken out of every row. */
function removeCommonDirection(
  x: Float64Array,
  rows: number,
  weights: Float64Array,
  width: number,
): void {
  let direction = new Float64Array(width).fill(1);
  for (let round = 0; round < 30; round += 1) {
    const next = new Float64Array(width);
    for (let i = 0; i < rows; i += 1) {
      let along = 0;
      for (let j = 0; j < width; j += 1) along += x[i * width + j]! * direction[j]!;
      for (let j = 0; j < width; j += 1) next[j]! += weights[i]! * along * x[i * width + j]!;
    }
    normaliseRows(next, width);
    direction = next;
  }
  for (let i = 0; i < rows; i += 1) {
    let along = 0;
    for (let j = 0; j < width; j += 1) along += x[i * width + j]! * direction[j]!;
    for (let j = 0; j < width; j += 1) x[i * width + j]! -= along * direction[j]!;
  }
}
