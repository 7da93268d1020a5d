import { normalQuantile } from '../numeric/normal-quantile.ts';

/**
 * Thresholds of the normal variable behind an ordered item.
 *
 * τ_c = Φ⁻¹(Σ_{a ≤ c} n_a / n), c = 1 … C − 1.
 *
 * @param counts C category counts, all above zero, in the order of the categories.
 * @returns C − 1 thresholds, ascending.
 * @remarks Missing data: not counted. One category has no threshold.
 * @throws DomainError 'normal-quantile' when the first or last category is empty.
 * @see Olsson, U. (1979). Psychometrika 44, 443–460, equation 14. https://doi.org/10.1007/BF02296207.
 *   Reference values: lavaan 0.6-14 `lavCor(output = "th")`.
 */
export function thresholdsFromCounts(counts: Float64Array): Float64Array {
  const n = counts.reduce((sum, count) => sum + count, 0);
  let below = 0;
  return counts.subarray(0, -1).map((count) => {
    below += count;
    return normalQuantile(below / n);
  });
}
