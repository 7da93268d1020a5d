import { DomainError } from '../errors.ts';
import { betaProbability } from './beta-probability.ts';

/**
 * The two-sided p-value of Student's t, P(|T| ≥ |t|).
 *
 * p = I_x(ν/2, ½), x = ν / (ν + t²).
 *
 * @param t statistic.
 * @param degreesOfFreedom ν, > 0, not necessarily an integer.
 * @returns p in [0, 1]; small: such a t is rare when the true mean is zero.
 * @remarks Missing data: NaN is refused. |t| = ∞ gives 0.
 * @throws DomainError 'student-t'.
 * @see Abramowitz, M., Stegun, I. A. (1964). Handbook of Mathematical Functions, 26.7.1 with 26.5.27.
 *   Reference values: R 4.2.2 `pt`.
 */
export function studentTTwoSidedP(t: number, degreesOfFreedom: number): number {
  const v = degreesOfFreedom;
  if (Number.isNaN(t) || !(v > 0) || v === Infinity) throw new DomainError('student-t', { t, v });
  const ratio = (t * t) / v;
  if (ratio === Infinity) return 0;
  return betaProbability(1 / (1 + ratio), ratio / (1 + ratio), v / 2, 0.5).lower;
}
