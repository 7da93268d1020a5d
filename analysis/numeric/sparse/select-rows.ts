import type { SparseMatrix } from './sparse-matrix.ts';

/** Some rows of a sparse matrix, in the order asked for. */
export function selectRows(a: SparseMatrix, rows: readonly number[]): SparseMatrix {
  const starts = new Int32Array(rows.length + 1);
  for (let to = 0; to < rows.length; to += 1) {
    const row = rows[to]!;
    starts[to + 1] = starts[to]! + a.starts[row + 1]! - a.starts[row]!;
  }
  const columnOf = new Int32Array(starts[rows.length]!);
  const values = new Float64Array(columnOf.length);
  for (let to = 0; to < rows.length; to += 1) {
    const [from, end] = [a.starts[rows[to]!]!, a.starts[rows[to]! + 1]!];
    columnOf.set(a.columnOf.subarray(from, end), starts[to]);
    values.set(a.values.subarray(from, end), starts[to]);
  }
  return { rows: rows.length, columns: a.columns, starts, columnOf, values };
}
