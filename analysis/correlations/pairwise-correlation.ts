import { Matrix } from 'ml-matrix';
import type { ItemMatrix } from '../table/item-matrix.ts';
import { pairwiseProducts } from './pairwise-products.ts';

/**
 * Pearson correlations of all pairs of items, each over all who answered both.
 *
 * r_ij = Σ (x_i − x̄_i)(x_j − x̄_j) / √(Σ (x_i − x̄_i)² Σ (x_j − x̄_j)²) over the rows with both, means and
 * variances of these rows.
 *
 * @param matrix n × k, missing is NaN.
 * @returns `correlations` k × k with entries in [−1, 1], NaN where an item does not vary in the pair; `n`
 *   k × k, the rows of each pair.
 * @remarks Missing data: pairwise. The matrix need not be positive semidefinite.
 * @throws never.
 * @see Little, R. J. A., Rubin, D. B. (2019). Statistical Analysis with Missing Data (3rd ed.), 3.4.
 *   https://doi.org/10.1002/9781119482260. Reference values: R 4.2.2
 *   `cor(use = "pairwise.complete.obs")`.
 */
export function pairwiseCorrelation(matrix: ItemMatrix): { correlations: Matrix; n: Matrix } {
  const k = matrix.names.length;
  const correlations = Matrix.eye(k, k);
  const n = Matrix.zeros(k, k);
  for (const { i, j, n: rows, xx, xy, yy } of pairwiseProducts(matrix)) {
    const r = xx > 0 && yy > 0 ? xy / Math.sqrt(xx * yy) : NaN;
    const value = i === j && xx > 0 ? 1 : Math.max(-1, Math.min(1, r));
    for (const [a, b] of [
      [i, j],
      [j, i],
    ] as const) {
      correlations.set(a, b, value);
      n.set(a, b, rows);
    }
  }
  return { correlations, n };
}
