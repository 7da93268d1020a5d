import { DomainError } from '../errors.ts';
import { findRoot } from './find-root.ts';
import { gammaProbability } from './gamma-probability.ts';

/**
 * The quantile of the chi-square distribution.
 *
 * x with P(ν/2, x/2) = p, by Brent's method.
 *
 * @param p probability in (0, 1). @param degreesOfFreedom ν > 0.
 * @returns x > 0; relative error about 1e-12.
 * @remarks Missing data: NaN is refused.
 * @throws DomainError 'chi-square'.
 * @see Abramowitz, M., Stegun, I. A. (1964). Handbook of Mathematical Functions, 26.4. Reference values: R 4.2.2
 *   `qchisq`.
 */
export function chiSquareQuantile(p: number, degreesOfFreedom: number): number {
  const v = degreesOfFreedom;
  if (!(p > 0 && p < 1 && v > 0)) throw new DomainError('chi-square', { p, v });
  let high = Math.max(1, 2 * v);
  while (gammaProbability(v / 2, high / 2).lower < p) high *= 2;
  return findRoot((x) => gammaProbability(v / 2, x / 2).lower - p, 0, high);
}
