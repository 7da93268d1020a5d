import { DomainError } from '../errors.ts';
import { findRoot } from './find-root.ts';
import { studentTTwoSidedP } from './student-t-two-sided-p.ts';

/**
 * The quantile of Student's t distribution, P(T ≤ t) = p.
 *
 * Solves P(|T| ≥ t) = 2 min(p, 1 − p) for t > 0, on a logarithmic scale, and restores the sign.
 *
 * @param p probability in (0, 1).
 * @param degreesOfFreedom ν, > 0, not necessarily an integer.
 * @returns t in (−∞, ∞); relative error about 1e-13.
 * @remarks Missing data: NaN is refused.
 * @throws DomainError 'student-t-quantile', 'student-t'.
 * @see Abramowitz, M., Stegun, I. A. (1964). Handbook of Mathematical Functions, 26.7.1.
 *   Reference values: R 4.2.2 `qt`.
 */
export function studentTQuantile(p: number, degreesOfFreedom: number): number {
  if (!(p > 0 && p < 1)) throw new DomainError('student-t-quantile', { p });
  if (p === 0.5) return 0;
  const twoSided = 2 * Math.min(p, 1 - p);
  const excess = (logT: number): number =>
    Math.log(studentTTwoSidedP(Math.exp(logT), degreesOfFreedom) / twoSided);
  let upper = 1;
  while (excess(upper) > 0) upper *= 2;
  let lower = -1;
  while (excess(lower) < 0) lower *= 2;
  return Math.sign(p - 0.5) * Math.exp(findRoot(excess, lower, upper));
}
