import { DomainError } from '../errors.ts';
import { betaProbability } from './beta-probability.ts';

/**
 * The p-value of an F statistic, P(F ≥ f).
 *
 * p = 1 − I_x(ν₁/2, ν₂/2), x = ν₁f / (ν₁f + ν₂).
 *
 * @param f statistic, ≥ 0.
 * @param v1, v2 degrees of freedom of numerator and denominator, > 0, not necessarily integers.
 * @returns p in [0, 1].
 * @remarks Missing data: NaN is refused. ∞ gives 0.
 * @throws DomainError 'f-p'.
 * @see Abramowitz, M., Stegun, I. A. (1964). Handbook of Mathematical Functions, 26.6.2. Reference
 *   values: R 4.2.2 `pf`.
 */
export function fP(f: number, v1: number, v2: number): number {
  if (!(f >= 0 && v1 > 0 && v2 > 0)) throw new DomainError('f-p', { f, v1, v2 });
  const ratio = (v1 * f) / v2;
  if (ratio === Infinity) return 0;
  return betaProbability(ratio / (1 + ratio), 1 / (1 + ratio), v1 / 2, v2 / 2).upper;
}
