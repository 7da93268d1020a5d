import { DomainError } from '../../errors.ts';
import { meanInterval } from '../../groups/mean-interval.ts';
import { wilsonInterval } from '../../groups/wilson-interval.ts';
import { chiSquareQuantile } from '../../numeric/chi-square-quantile.ts';
import type { Estimated, Found } from './criterion.ts';

/**
 * A share, rate or mean with its confidence interval.
 *
 * Share: Wilson. Mean: x̄ ± t_{n − 1} s/√n. Rate: Garwood's exact limits of the events over the exposure,
 * [χ²_{2x}(α/2)/2n, χ²_{2x + 2}(1 − α/2)/2n].
 *
 * @param found share: 0 ≤ x ≤ n; rate: x ≥ 0 events in exposure n; mean: n values with their sample SD.
 * @param level confidence level in (0, 1).
 * @returns value and interval in the unit of the metric; null without cases. Interval null: fewer than two
 *   values of a mean, or no SD.
 * @remarks Missing data: not in the counts. Cases are taken as independent; events may be weighted, so x need not
 *   be whole.
 * @throws DomainError 'count', and as the intervals.
 * @see Wilson, E. B. (1927). https://doi.org/10.1080/01621459.1927.10502953; Student (1908).
 *   https://doi.org/10.2307/2331554; Garwood, F. (1936). https://doi.org/10.1093/biomet/28.3-4.437. Reference
 *   values: R 4.2.2 `prop.test(correct = FALSE)`, `poisson.test`.
 */
export function estimateFound(found: Found, level = 0.95): Estimated | null {
  const { kind, n } = found;
  if (!(n >= 0 && n < Infinity)) throw new DomainError('count', { size: n });
  if (n === 0) return null;
  if (kind === 'mean') {
    const { mean, sd } = found;
    const interval = sd === null || n < 2 ? null : meanInterval({ n, mean, sd }, level);
    return { value: mean, interval };
  }
  const { x } = found;
  const value = x / n;
  if (kind === 'share') {
    return { value, interval: n < 1 ? null : wilsonInterval(x, n, level) };
  }
  if (!(x >= 0)) throw new DomainError('count', { count: x });
  const tail = (1 - level) / 2;
  const low = x === 0 ? 0 : chiSquareQuantile(tail, 2 * x) / 2;
  const high = chiSquareQuantile(1 - tail, 2 * x + 2) / 2;
  return { value, interval: [low / n, high / n] };
}
