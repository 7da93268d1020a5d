import type { SparseVector } from './sparse-row.ts';

/** Σ a_j b_j of a sparse row and all columns. */
export function dotDense({ columnOf, values }: SparseVector, dense: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < values.length; at += 1) sum += values[at]! * dense[columnOf[at]!]!;
  return sum;
}
