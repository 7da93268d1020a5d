import { DomainError } from '../../errors.ts';
import type { Interval } from '../../estimate.ts';
import { normalQuantile } from '../../numeric/normal-quantile.ts';

/** What is sent of a distribution. */
export interface Quartiles {
  readonly n: number;
  readonly q1: number;
  readonly median: number;
  readonly q3: number;
}

/** Standard error of a median, from the quartiles. */
function errorOf({ n, q1, median, q3 }: Quartiles): number {
  if (!(n >= 1)) throw new DomainError('count', { count: n });
  if (!(q1 <= median && median <= q3)) throw new DomainError('quartiles', { value: median });
  return (1.25 * (q3 - q1)) / (1.35 * Math.sqrt(n));
}

/**
 * A median with an interval, from the quartiles alone.
 *
 * SE = 1.25 (q3 − q1)/(1.35 √n): the standard error of a median of normal data, their spread read off the quartiles;
 * median ± z SE.
 *
 * @param quartiles n ≥ 1, q1 ≤ median ≤ q3. @param level in (0, 1).
 * @returns the interval; it has no width where half of all values are the same.
 * @remarks Missing data: not in n. Rough: right where the middle of the distribution is about normal, also when tails are long.
 * @throws DomainError 'count', 'quartiles'.
 * @see McGill, R., Tukey, J. W., Larsen, W. A. (1978). Variations of box plots. American Statistician 32, 12–16.
 *   https://doi.org/10.1080/00031305.1978.10479236. Checked by simulation.
 */
export function medianInterval(quartiles: Quartiles, level = 0.95): Interval {
  const reach = normalQuantile((1 + level) / 2) * errorOf(quartiles);
  return [quartiles.median - reach, quartiles.median + reach];
}

/**
 * How much two medians of different people or cases differ, from their quartiles.
 *
 * d = median_a − median_b ± z √(SE_a² + SE_b²).
 *
 * @param a one distribution. @param b the other. @param level in (0, 1).
 * @returns difference and interval.
 * @remarks Missing data: not in n. The two are taken as independent: of the same people the interval is too wide, or too narrow. @throws as `medianInterval`.
 * @see McGill and others (1978), as above.
 */
export function medianDifference(
  a: Quartiles,
  b: Quartiles,
  level = 0.95,
): { difference: number; interval: Interval } {
  const reach = normalQuantile((1 + level) / 2) * Math.hypot(errorOf(a), errorOf(b));
  const difference = a.median - b.median;
  return { difference, interval: [difference - reach, difference + reach] };
}
