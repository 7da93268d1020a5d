import type { PairTable } from './pair-table.ts';

/** Row sums, column sums and total of a contingency table. */
export function tableMargins({ rows, columns, counts }: PairTable): {
  n: number;
  row: Float64Array;
  column: Float64Array;
} {
  const [row, column] = [new Float64Array(rows), new Float64Array(columns)];
  let n = 0;
  counts.forEach((count, cell) => {
    const a = Math.trunc(cell / columns);
    row[a] = (row[a] ?? 0) + count;
    column[cell - a * columns] = (column[cell - a * columns] ?? 0) + count;
    n += count;
  });
  return { n, row, column };
}
