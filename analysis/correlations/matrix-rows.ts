import type { Matrix } from 'ml-matrix';

/** A matrix for a report: rows of numbers, null where there is no number. */
export function matrixRows(matrix: Matrix): (number | null)[][] {
  return matrix
    .to2DArray()
    .map((row) => row.map((value) => (Number.isFinite(value) ? value : null)));
}
