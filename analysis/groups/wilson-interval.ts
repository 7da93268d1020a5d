import { DomainError } from '../errors.ts';
import type { Interval } from '../estimate.ts';
import { normalQuantile } from '../numeric/normal-quantile.ts';

/**
 * Wilson's score interval of a proportion, without continuity correction.
 *
 * (p̂ + z²/2n ± z √(p̂(1 − p̂)/n + z²/4n²)) / (1 + z²/n), p̂ = x/n, z = z_{(1 + level)/2}.
 *
 * @param x how many of the n have the property, 0 ≤ x ≤ n.
 * @param n observations, ≥ 1; simple random or independent, not clustered.
 * @param level confidence level in (0, 1).
 * @returns [lower, upper] within [0, 1].
 * @remarks Missing data: counted neither in x nor in n. x = 0 starts at exactly 0, x = n ends at 1.
 * @throws DomainError 'wilson-interval'.
 * @see Wilson, E. B. (1927). Probable inference. JASA 22, 209–212.
 *   https://doi.org/10.1080/01621459.1927.10502953. Reference values: R 4.2.2
 *   `prop.test(correct = FALSE)`.
 */
export function wilsonInterval(x: number, n: number, level = 0.95): Interval {
  if (!(n >= 1 && x >= 0 && x <= n)) throw new DomainError('wilson-interval', { x, n });
  const z = normalQuantile((1 + level) / 2);
  const centre = x + (z * z) / 2;
  const margin = z * Math.sqrt((x * (n - x)) / n + (z * z) / 4);
  const width = n + z * z;
  return [
    x === 0 ? 0 : Math.max(0, (centre - margin) / width),
    x === n ? 1 : Math.min(1, (centre + margin) / width),
  ];
}
