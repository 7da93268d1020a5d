import type { SparseMatrix } from './sparse-matrix.ts';

/** Some columns of a sparse matrix, numbered anew in the order given. */
export function keepColumns(a: SparseMatrix, kept: Int32Array): SparseMatrix {
  const placeOf = new Int32Array(a.columns).fill(-1);
  for (let place = 0; place < kept.length; place += 1) placeOf[kept[place]!] = place;
  const starts = new Int32Array(a.rows + 1);
  const columnOf = new Int32Array(a.columnOf.length);
  const values = new Float64Array(a.values.length);
  let to = 0;
  for (let row = 0; row < a.rows; row += 1) {
    for (let at = a.starts[row]!; at < a.starts[row + 1]!; at += 1) {
      const place = placeOf[a.columnOf[at]!]!;
      if (place < 0) continue;
      columnOf[to] = place;
      values[to] = a.values[at]!;
      to += 1;
    }
    starts[row + 1] = to;
  }
  return {
    ...{ rows: a.rows, columns: kept.length, starts },
    ...{ columnOf: columnOf.slice(0, to), values: values.slice(0, to) },
  };
}
