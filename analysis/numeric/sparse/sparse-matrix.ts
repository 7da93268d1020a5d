/** Rows with few entries among many columns, compressed by row. */
export type SparseMatrix = {
  readonly rows: number;
  readonly columns: number;
  /** Where each row begins in `columnOf` and `values`; one entry more than rows. */
  readonly starts: Int32Array;
  readonly columnOf: Int32Array;
  readonly values: Float64Array;
};

export type SparseRow = ReadonlyMap<number, number>;

/** A matrix of the entries of each row, by column. */
export function sparseMatrix(rows: readonly SparseRow[], columns: number): SparseMatrix {
  const starts = new Int32Array(rows.length + 1);
  for (const [index, row] of rows.entries()) starts[index + 1] = starts[index]! + row.size;
  const columnOf = new Int32Array(starts[rows.length]!);
  const values = new Float64Array(columnOf.length);
  let at = 0;
  for (const row of rows) {
    for (const [column, value] of row) {
      columnOf[at] = column;
      values[at] = value;
      at += 1;
    }
  }
  return { rows: rows.length, columns, starts, columnOf, values };
}
