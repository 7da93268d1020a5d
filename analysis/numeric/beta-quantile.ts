import { betaProbability } from './beta-probability.ts';
import { findRoot } from './find-root.ts';

/**
 * The quantile of the beta distribution, I_x(a, b) = p.
 *
 * By root finding on the logarithm of the smaller tail.
 *
 * @param p probability in (0, 1). @param a, b shapes, > 0.
 * @returns x in (0, 1); relative error about 1e-13.
 * @remarks Missing data: NaN is refused.
 * @throws DomainError of `betaProbability`.
 * @see DLMF 8.17 (https://dlmf.nist.gov/8.17). Reference values: R 4.2.2 `qbeta`.
 */
export function betaQuantile(p: number, a: number, b: number): number {
  const excess = (x: number) => {
    const { lower, upper } = betaProbability(x, 1 - x, a, b);
    return p < 0.5 ? lower - p : 1 - p - upper;
  };
  return findRoot(excess, 0, 1);
}
