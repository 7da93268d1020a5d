import { DomainError } from '../errors.ts';
import { normalQuantile } from '../numeric/normal-quantile.ts';

/**
 * How many in each group the comparison of two proportions needs to reach a power.
 *
 * n = (z_{1 − α/2} √(2 p̄(1 − p̄)) + z_{1 − β} √(p₁(1 − p₁) + p₂(1 − p₂)))²/(p₁ − p₂)².
 *
 * @param p1, p2 proportions in [0, 1], different.
 * @param power wanted, in (0, 1). @param alpha two-sided significance level in (0, 1).
 * @returns n in each group, not rounded: plan with the next whole number.
 * @remarks Missing data: n counts complete cases. Normal approximation: rough below ten events a group.
 * @throws DomainError 'power'.
 * @see Fleiss, J. L., Levin, B., Paik, M. C. (2003). Statistical Methods for Rates and Proportions (3rd ed.), 4.2.
 *   https://doi.org/10.1002/0471445428. Reference values: R 4.2.2 `power.prop.test`.
 */
export function proportionsSampleSize(p1: number, p2: number, power: number, alpha = 0.05): number {
  const areShares = [p1, p2].every((p) => p >= 0 && p <= 1) && p1 !== p2;
  if (!(areShares && power > 0 && power < 1)) throw new DomainError('power', { p1, p2, power });
  const mean = (p1 + p2) / 2;
  const apart = normalQuantile(1 - alpha / 2) * Math.sqrt(2 * mean * (1 - mean));
  const spread = normalQuantile(power) * Math.sqrt(p1 * (1 - p1) + p2 * (1 - p2));
  return ((apart + spread) / (p1 - p2)) ** 2;
}
