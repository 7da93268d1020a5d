import { DomainError } from '../errors.ts';
import type { Interval } from '../estimate.ts';
import { studentTQuantile } from '../numeric/student-t-quantile.ts';

/**
 * Student's confidence interval of a mean.
 *
 * x̄ ± t_{(1 + level)/2, n − 1} · s / √n.
 *
 * @param summary n ≥ 2 respondents, their mean and sample SD (n − 1) ≥ 0.
 * @param level confidence level in (0, 1).
 * @returns [lower, upper] in the unit of the mean; the narrower, the more precise.
 * @remarks Missing data: n counts those with a value. sd = 0 gives an interval of no width.
 * @throws DomainError 'mean-interval' for n < 2 or a negative SD.
 * @see Student (1908). The probable error of a mean. Biometrika 6, 1–25.
 *   https://doi.org/10.2307/2331554. Reference values: R 4.2.2 `t.test`.
 */
export function meanInterval(
  { n, mean, sd }: { readonly n: number; readonly mean: number; readonly sd: number },
  level = 0.95,
): Interval {
  if (!(n >= 2 && sd >= 0)) throw new DomainError('mean-interval', { n, sd });
  const margin = (studentTQuantile((1 + level) / 2, n - 1) * sd) / Math.sqrt(n);
  return [mean - margin, mean + margin];
}
