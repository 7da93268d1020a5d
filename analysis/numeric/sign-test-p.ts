import { betaProbability } from './beta-probability.ts';

/**
 * The exact two-sided p of a binomial count against ½ (sign test).
 *
 * p = min(1, 2 P(X ≤ min(x, n − x))), P(X ≤ x) = I_{1/2}(n − x, x + 1).
 *
 * @param x count, 0 … n. @param n trials, ≥ 0.
 * @returns p in [0, 1]; 1 without trials.
 * @remarks Missing data: none.
 * @throws never for whole numbers in range.
 * @see Clopper, C. J., Pearson, E. S. (1934). https://doi.org/10.1093/biomet/26.4.404. Reference values: R 4.2.2
 *   `binom.test`.
 */
export function signTestP(x: number, n: number): number {
  const fewer = Math.min(x, n - x);
  if (2 * fewer >= n) return 1;
  return Math.min(1, 2 * betaProbability(0.5, 0.5, n - fewer, fewer + 1).lower);
}
