import { DomainError } from '../errors.ts';
import { betaProbability } from './beta-probability.ts';
import { findRoot } from './find-root.ts';

/**
 * The quantile of the F distribution, P(F ≤ f) = p.
 *
 * P(F ≤ f) = I_x(ν₁/2, ν₂/2), x = ν₁f / (ν₁f + ν₂). Solved for ln f on the smaller tail.
 *
 * @param p probability in (0, 1).
 * @param v1, v2 degrees of freedom of numerator and denominator, > 0.
 * @returns f in (0, ∞); relative error about 1e-13.
 * @remarks Missing data: NaN is refused.
 * @throws DomainError 'f-quantile'.
 * @see Abramowitz, M., Stegun, I. A. (1964). Handbook of Mathematical Functions, 26.6.2.
 *   Reference values: R 4.2.2 `qf`.
 */
export function fQuantile(p: number, v1: number, v2: number): number {
  if (!(p > 0 && p < 1 && v1 > 0 && v2 > 0)) throw new DomainError('f-quantile', { p, v1, v2 });
  const excess = (logF: number): number => {
    const ratio = (v1 * Math.exp(logF)) / v2;
    const { lower, upper } = betaProbability(ratio / (1 + ratio), 1 / (1 + ratio), v1 / 2, v2 / 2);
    return p < 0.5 ? Math.log(lower / p) : Math.log((1 - p) / upper);
  };
  let high = 1;
  while (excess(high) < 0) high *= 2;
  let low = -1;
  while (excess(low) > 0) low *= 2;
  return Math.exp(findRoot(excess, low, high));
}
