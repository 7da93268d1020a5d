import type { SparseMatrix } from './sparse-matrix.ts';

/** A′ X, with X rows × width and the result columns × width, both row-major. */
export function transposedTimesDense(
  a: SparseMatrix,
  x: Float64Array,
  width: number,
): Float64Array {
  const result = new Float64Array(a.columns * width);
  for (let row = 0; row < a.rows; row += 1) {
    const from = row * width;
    for (let at = a.starts[row]!; at < a.starts[row + 1]!; at += 1) {
      const value = a.values[at]!;
      const to = a.columnOf[at]! * width;
      for (let j = 0; j < width; j += 1) result[to + j]! += value * x[from + j]!;
    }
  }
  return result;
}
