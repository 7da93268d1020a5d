import type { Interval } from '../../estimate.ts';
import { normalQuantile } from '../../numeric/normal-quantile.ts';
import { medianError, type Quartiles } from './median-error.ts';

/**
 * A median with an interval, from the quartiles alone.
 *
 * median ± z SE, with the standard error of `medianError`.
 *
 * @param quartiles n ≥ 1, q1 ≤ median ≤ q3. @param level in (0, 1).
 * @returns the interval; it has no width where half of all values are the same.
 * @remarks Missing data: not in n. As rough as the standard error.
 * @throws DomainError 'count', 'quartiles'.
 * @see McGill, R., Tukey, J. W., Larsen, W. A. (1978). Variations of box plots. American Statistician 32, 12–16.
 *   https://doi.org/10.1080/00031305.1978.10479236. Checked by simulation.
 */
export function medianInterval(quartiles: Quartiles, level = 0.95): Interval {
  const reach = normalQuantile((1 + level) / 2) * medianError(quartiles);
  return [quartiles.median - reach, quartiles.median + reach];
}
