import type { SparseMatrix } from './sparse-matrix.ts';

/** The entries of one row among many columns. */
export type SparseVector = { readonly columnOf: Int32Array; readonly values: Float64Array };

/** A row of a sparse matrix, not copied. */
export function sparseRow(a: SparseMatrix, row: number): SparseVector {
  const [from, to] = [a.starts[row]!, a.starts[row + 1]!];
  return { columnOf: a.columnOf.subarray(from, to), values: a.values.subarray(from, to) };
}
