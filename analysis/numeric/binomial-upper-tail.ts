import { DomainError } from '../errors.ts';
import { betaProbability } from './beta-probability.ts';

/**
 * The upper tail of the binomial distribution, with the count itself.
 *
 * P(X ≥ x) = Σ_{k ≥ x} C(n, k) p^k (1 − p)^(n − k) = I_p(x, n − x + 1).
 *
 * @param x count, whole, 0 … n. @param n trials, whole, ≥ 0. @param p probability of each, in [0, 1].
 * @returns probability in [0, 1]; 1 for a count of 0.
 * @remarks Missing data: NaN is refused.
 * @throws DomainError 'binomial-upper-tail'.
 * @see DLMF 8.17.5 (https://dlmf.nist.gov/8.17.E5). Reference values: sums of the terms, in whole numbers.
 */
export function binomialUpperTail(x: number, n: number, p: number): number {
  const isCount = Number.isInteger(x) && Number.isInteger(n) && x >= 0 && x <= n;
  if (!(isCount && p >= 0 && p <= 1)) throw new DomainError('binomial-upper-tail', { x, n, p });
  return x === 0 ? 1 : betaProbability(p, 1 - p, x, n - x + 1).lower;
}
