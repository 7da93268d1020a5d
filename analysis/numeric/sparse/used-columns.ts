import type { SparseMatrix } from './sparse-matrix.ts';

/** The columns that have an entry in any row, ascending. */
export function usedColumns({ columns, columnOf }: SparseMatrix): Int32Array {
  const isUsed = new Uint8Array(columns);
  for (let at = 0; at < columnOf.length; at += 1) isUsed[columnOf[at]!] = 1;
  const used: number[] = [];
  for (let column = 0; column < columns; column += 1) if (isUsed[column] === 1) used.push(column);
  return Int32Array.from(used);
}
