import { DomainError } from '../errors.ts';
import { findRoot } from './find-root.ts';
import { studentisedRangeP } from './studentised-range-p.ts';

/**
 * The quantile q of the studentised range, P(Q(r, ν) ≤ q) = p.
 *
 * By Brent's method on `studentisedRangeP`.
 *
 * @param p probability in (0, 1).
 * @param r number of means, ≥ 2.
 * @param degreesOfFreedom ν of the standard error.
 * @returns q > 0.
 * @remarks Missing data: NaN is refused.
 * @throws DomainError 'studentised-range-quantile', 'studentised-range'.
 * @see Copenhaver, M. D., Holland, B. (1988). https://doi.org/10.1080/00949658808811082. Reference values:
 *   R 4.2.2 `qtukey`.
 */
export function studentisedRangeQuantile(p: number, r: number, degreesOfFreedom: number): number {
  if (!(p > 0 && p < 1)) throw new DomainError('studentised-range-quantile', { p });
  let upper = 4;
  while (studentisedRangeP(upper, r, degreesOfFreedom) > 1 - p) upper *= 2;
  return findRoot((q) => studentisedRangeP(q, r, degreesOfFreedom) - (1 - p), 0, upper);
}
