import { sparseMatrix, type SparseMatrix } from './sparse-matrix.ts';

/** Some rows of a sparse matrix, in the order asked for. */
export function selectRows(a: SparseMatrix, rows: readonly number[]): SparseMatrix {
  const picked = rows.map((row) => {
    const entries = new Map<number, number>();
    for (let at = a.starts[row]!; at < a.starts[row + 1]!; at += 1) {
      entries.set(a.columnOf[at]!, a.values[at]!);
    }
    return entries;
  });
  return sparseMatrix(picked, a.columns);
}
