import type { SparseVector } from './sparse-row.ts';

/** Sums of sparse rows over all columns. */
export function sumRows(rows: readonly SparseVector[], columns: number): Float64Array {
  const sums = new Float64Array(columns);
  for (const { columnOf, values } of rows) {
    for (let at = 0; at < values.length; at += 1) sums[columnOf[at]!]! += values[at]!;
  }
  return sums;
}
