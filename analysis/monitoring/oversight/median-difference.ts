import type { Interval } from '../../estimate.ts';
import { normalQuantile } from '../../numeric/normal-quantile.ts';
import { medianError, type Quartiles } from './median-error.ts';

/**
 * How much two medians of different people or cases differ, from their quartiles.
 *
 * d = median_a − median_b ± z √(SE_a² + SE_b²).
 *
 * @param a one distribution. @param b the other. @param level in (0, 1).
 * @returns difference and interval.
 * @remarks Missing data: not in n. The two are taken as independent: of the same people the interval is too wide, or too narrow.
 * @throws DomainError 'count', 'quartiles'.
 * @see McGill, R., Tukey, J. W., Larsen, W. A. (1978). Variations of box plots. American Statistician 32, 12–16.
 *   https://doi.org/10.1080/00031305.1978.10479236.
 */
export function medianDifference(
  a: Quartiles,
  b: Quartiles,
  level = 0.95,
): { difference: number; interval: Interval } {
  const reach = normalQuantile((1 + level) / 2) * Math.hypot(medianError(a), medianError(b));
  const difference = a.median - b.median;
  return { difference, interval: [difference - reach, difference + reach] };
}
