import type { SparseMatrix } from './sparse-matrix.ts';

/** Rows × width, row-major, as a sparse matrix all of whose cells are entries. */
export function denseRows(values: Float64Array, rows: number, width: number): SparseMatrix {
  return {
    ...{ rows, columns: width, values },
    starts: Int32Array.from({ length: rows + 1 }, (_, row) => row * width),
    columnOf: Int32Array.from(values, (_, at) => at % width),
  };
}
