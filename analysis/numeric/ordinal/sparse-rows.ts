/** The cells of a matrix that are not zero, row by row. */
export interface SparseRows {
  readonly rows: number;
  readonly width: number;
  /** rows + 1: where each row begins. */
  readonly begin: Int32Array;
  readonly column: Int32Array;
  readonly value: Float64Array;
}

/** A dense rows × width matrix, row-major, as sparse rows. */
export function sparseRows(dense: Float64Array, width: number): SparseRows {
  const rows = width === 0 ? 0 : dense.length / width;
  const begin = new Int32Array(rows + 1);
  let count = 0;
  for (let cell = 0; cell < dense.length; cell += 1) if (dense[cell] !== 0) count += 1;
  const column = new Int32Array(count);
  const value = new Float64Array(count);
  let place = 0;
  for (let row = 0; row < rows; row += 1) {
    for (let q = 0; q < width; q += 1) {
      const cell = dense[row * width + q]!;
      if (cell === 0) continue;
      column[place] = q;
      value[place++] = cell;
    }
    begin[row + 1] = place;
  }
  return { rows, width, begin, column, value };
}

/**
 * Adds J′ diag(w) J to a symmetric matrix.
 *
 * @param sums width × width, row-major, both triangles are added to.
 * @param jacobian J, sparse.
 * @param weights w, one per row.
 * @returns nothing.
 */
export function addWeightedSquares(
  sums: Float64Array,
  { rows, width, begin, column, value }: SparseRows,
  weights: Float64Array,
): void {
  for (let row = 0; row < rows; row += 1) {
    for (let a = begin[row]!; a < begin[row + 1]!; a += 1) {
      const left = weights[row]! * value[a]!;
      const to = column[a]! * width;
      for (let b = begin[row]!; b < begin[row + 1]!; b += 1) {
        sums[to + column[b]!]! += left * value[b]!;
      }
    }
  }
}

/** Adds J′ v to a vector. */
export function addTransposed(
  sums: Float64Array,
  { rows, begin, column, value }: SparseRows,
  vector: Float64Array,
): void {
  for (let row = 0; row < rows; row += 1) {
    for (let a = begin[row]!; a < begin[row + 1]!; a += 1)
      sums[column[a]!]! += value[a]! * vector[row]!;
  }
}

/** M J for a rows × rows matrix M, dense, rows × width. */
export function timesSparse(
  matrix: Float64Array,
  { rows, width, begin, column, value }: SparseRows,
): Float64Array {
  const product = new Float64Array(rows * width);
  for (let i = 0; i < rows; i += 1) {
    const [from, to] = [i * rows, i * width];
    for (let row = 0; row < rows; row += 1) {
      const factor = matrix[from + row]!;
      if (factor === 0) continue;
      for (let a = begin[row]!; a < begin[row + 1]!; a += 1) {
        product[to + column[a]!]! += factor * value[a]!;
      }
    }
  }
  return product;
}

/** J′ M for a dense rows × width matrix M; width × width. */
export function transposedTimes(
  { rows, width, begin, column, value }: SparseRows,
  matrix: Float64Array,
): Float64Array {
  const product = new Float64Array(width * width);
  for (let row = 0; row < rows; row += 1) {
    const from = row * width;
    for (let a = begin[row]!; a < begin[row + 1]!; a += 1) {
      const [to, factor] = [column[a]! * width, value[a]!];
      for (let q = 0; q < width; q += 1) product[to + q]! += factor * matrix[from + q]!;
    }
  }
  return product;
}
