import type { SparseMatrix } from './sparse-matrix.ts';

/** Matrices of the same rows, side by side; entries of zero are left out. */
export function beside(parts: readonly SparseMatrix[]): SparseMatrix {
  const rows = parts[0]?.rows ?? 0;
  const most = parts.reduce((sum, { values }) => sum + values.length, 0);
  const starts = new Int32Array(rows + 1);
  const columnOf = new Int32Array(most);
  const values = new Float64Array(most);
  let to = 0;
  for (let row = 0; row < rows; row += 1) {
    let shift = 0;
    for (const part of parts) {
      for (let at = part.starts[row]!; at < part.starts[row + 1]!; at += 1) {
        if (part.values[at] === 0) continue;
        columnOf[to] = part.columnOf[at]! + shift;
        values[to] = part.values[at]!;
        to += 1;
      }
      shift += part.columns;
    }
    starts[row + 1] = to;
  }
  const columns = parts.reduce((sum, part) => sum + part.columns, 0);
  return { rows, columns, starts, columnOf: columnOf.slice(0, to), values: values.slice(0, to) };
}
