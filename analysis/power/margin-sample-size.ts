import { DomainError } from '../errors.ts';
import { normalQuantile } from '../numeric/normal-quantile.ts';

/**
 * How many respondents a proportion needs for a margin of error, in a large and in a finite population.
 *
 * n₀ = z² ¼/m² (the worst case, p = ½); n = n₀/(1 + (n₀ − 1)/N).
 *
 * @param margin half the width of the interval, in (0, 1).
 * @param population N ≥ 1, or Infinity.
 * @param level confidence level in (0, 1).
 * @returns n, not rounded: plan with the next whole number.
 * @remarks Missing data: n counts answers; divide by the response rate you expect.
 * @throws DomainError 'margin'.
 * @see Cochran, W. G. (1977). Sampling Techniques (3rd ed.), 4.4, eqs. 4.1–4.2. By formula in R 4.2.2.
 */
export function marginSampleSize(margin: number, population = Infinity, level = 0.95): number {
  if (!(margin > 0 && margin < 1 && population >= 1)) throw new DomainError('margin', { margin });
  const large = (normalQuantile((1 + level) / 2) / (2 * margin)) ** 2;
  return large / (1 + (large - 1) / population);
}
