import type { Interval, NotEstimable } from '../estimate.ts';
import { normalQuantile } from '../numeric/normal-quantile.ts';

export type AikenV =
  { readonly ok: true; readonly value: number; readonly interval: Interval } | NotEstimable;

/**
 * Aiken's V of one item: the experts' mean rating between the lowest and the highest possible one.
 *
 * V = (x̄ − lo)/(hi − lo); with m = N(hi − lo) the score interval
 * (2mV + z² ∓ z √(4mV(1 − V) + z²)) / (2(m + z²)).
 *
 * @param ratings of the N experts who rated the item.
 * @param lowest, highest possible rating, lowest < highest.
 * @param level confidence level in (0, 1).
 * @returns V in [0, 1].
 * @remarks Missing data: to be left out before. No rating: 'too-few-respondents'; no range: 'no-score-range'.
 * @throws DomainError of `normalQuantile`.
 * @see Aiken, L. R. (1985). Three coefficients for analyzing the reliability and validity of ratings. Educ Psychol
 *   Meas 45, 131–142. https://doi.org/10.1177/0013164485451012; Penfield, R. D., Giacobbi, P. R. (2004). Applying a
 *   score confidence interval to Aiken's item content-relevance index. Meas Phys Educ Exerc Sci 8, 213–225.
 *   https://doi.org/10.1207/s15327841mpee0804_3. Reference values: R 4.2.2.
 */
export function aikenV(
  ratings: readonly number[],
  lowest: number,
  highest: number,
  level = 0.95,
): AikenV {
  const n = ratings.length;
  if (n === 0) return { ok: false, reason: 'too-few-respondents' };
  if (!(highest > lowest)) return { ok: false, reason: 'no-score-range' };
  const steps = n * (highest - lowest);
  const value = ratings.reduce((sum, rating) => sum + rating - lowest, 0) / steps;
  const z = normalQuantile((1 + level) / 2);
  const reach = z * Math.sqrt(4 * steps * value * (1 - value) + z * z);
  const bound = (side: number) =>
    (2 * steps * value + z * z + side * reach) / (2 * (steps + z * z));
  return { ok: true, value, interval: [bound(-1), bound(1)] };
}
