import { Matrix } from 'ml-matrix';
import { ShapeError } from '../errors.ts';
import { sumCrossProducts } from '../numeric/sum-cross-products.ts';
import type { ItemMatrix } from '../table/item-matrix.ts';

/**
 * Means and sample covariance matrix (n − 1) of complete rows.
 *
 * s_ij = Σ_r (x_ri − x̄_i)(x_rj − x̄_j) / (n − 1).
 *
 * @param rows n × k without missing answers (`completeRows`).
 * @returns `means` k, `covariance` k × k.
 * @remarks Missing data: none allowed here; NaN in, NaN out. Fewer than two rows: NaN.
 * @throws ShapeError 'rows-by-columns'.
 * @see Anderson, T. W. (2003). An Introduction to Multivariate Statistical Analysis (3rd ed.), 3.2.
 *   Reference values: R 4.2.2 `cov`.
 */
export function covarianceOfRows(rows: ItemMatrix): { means: Float64Array; covariance: Matrix } {
  const k = rows.names.length;
  if (rows.values.length !== rows.n * k) throw new ShapeError('rows-by-columns', { n: rows.n, k });
  const { means, products } = sumCrossProducts(rows.values, rows.n, k);
  const covariance = Matrix.from1DArray(k, k, products).div(rows.n > 1 ? rows.n - 1 : NaN);
  return { means, covariance };
}
