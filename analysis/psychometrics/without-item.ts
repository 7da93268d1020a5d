import type { Matrix } from 'ml-matrix';

/**
 * A covariance or correlation matrix without one item.
 *
 * The submatrix over all indices but i.
 *
 * @param matrix k × k.
 * @param item index i.
 * @returns (k − 1) × (k − 1), a copy.
 * @remarks Missing data: complete cases stay those of all k items, as in psych and SPSS.
 * @throws never for 0 ≤ i < k.
 * @see Cronbach, L. J. (1951). Psychometrika 16, 297–334. https://doi.org/10.1007/BF02310555.
 *   Reference values: psych 2.2.9 `alpha` (alpha.drop).
 */
export function withoutItem(matrix: Matrix, item: number): Matrix {
  return matrix.clone().removeRow(item).removeColumn(item);
}
