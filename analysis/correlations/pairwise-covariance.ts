import { Matrix } from 'ml-matrix';
import type { ItemMatrix } from '../table/item-matrix.ts';
import { pairwiseProducts } from './pairwise-products.ts';

/**
 * The sample covariance matrix (n − 1), every entry over all who answered its items.
 *
 * c_ij = Σ (x_i − x̄_i)(x_j − x̄_j)/(n_ij − 1), means of the n_ij rows with both.
 *
 * @param matrix n × k, missing is NaN.
 * @returns k × k; NaN where fewer than two rows have both.
 * @remarks Missing data: pairwise. The matrix need not be positive semidefinite.
 * @throws never.
 * @see Little, R. J. A., Rubin, D. B. (2019). Statistical Analysis with Missing Data (3rd ed.), 3.4.
 *   https://doi.org/10.1002/9781119482260. Reference values: R 4.2.2 `cov(use = "pairwise")`.
 */
export function pairwiseCovariance(matrix: ItemMatrix): Matrix {
  const k = matrix.names.length;
  const covariance = Matrix.zeros(k, k);
  for (const { i, j, n, xy } of pairwiseProducts(matrix)) {
    const value = n > 1 ? xy / (n - 1) : NaN;
    covariance.set(i, j, value);
    covariance.set(j, i, value);
  }
  return covariance;
}
