import type { Matrix } from 'ml-matrix';
import type { Estimate } from '../estimate.ts';

/**
 * The corrected item-total correlation: of an item with the sum of all other items.
 *
 * With t_i = Σ_j c_ij and V = Σ_i t_i: r_i = (t_i − c_ii) / √(c_ii (V − 2 t_i + c_ii)).
 *
 * @param covariance k × k, of the item scores after reverse-keying.
 * @param item index i.
 * @returns [−1, 1]; low or negative: the item does not go with the rest.
 * @remarks Missing data: as in the covariance matrix given (listwise or pairwise). Fewer than two
 *   items: 'too-few-items'; no covariance (NaN): 'too-few-respondents'; the item or the rest without
 *   variance: 'zero-variance'.
 * @throws never.
 * @see Henrysson, S. (1963). Correction of item-total correlations in item analysis. Psychometrika 28,
 *   211–218. https://doi.org/10.1007/BF02289618. Reference values: psych 2.2.9 `alpha` (r.drop).
 */
export function itemRestCorrelation(covariance: Matrix, item: number): Estimate {
  if (covariance.rows < 2) return { ok: false, reason: 'too-few-items' };
  const own = covariance.get(item, item);
  const withAll = covariance.getRow(item).reduce((sum, value) => sum + value, 0);
  const rest = covariance.sum() - 2 * withAll + own;
  if (Number.isNaN(rest)) return { ok: false, reason: 'too-few-respondents' };
  // Relative to the variances that cancel in `rest`.
  if (own <= 0 || rest <= 1e-12 * covariance.trace()) return { ok: false, reason: 'zero-variance' };
  return { ok: true, value: (withAll - own) / Math.sqrt(own * rest) };
}
