import { DomainError } from '../errors.ts';
import { gammaProbability } from './gamma-probability.ts';

/**
 * The p-value of a chi-square statistic, P(χ² ≥ x).
 *
 * p = Q(ν/2, x/2).
 *
 * @param x statistic, ≥ 0.
 * @param degreesOfFreedom ν, > 0, not necessarily an integer.
 * @returns p in [0, 1].
 * @remarks Missing data: NaN is refused. ∞ gives 0.
 * @throws DomainError 'chi-square'.
 * @see Abramowitz, M., Stegun, I. A. (1964). Handbook of Mathematical Functions, 26.4.19. Reference
 *   values: R 4.2.2 `pchisq`.
 */
export function chiSquareP(x: number, degreesOfFreedom: number): number {
  const v = degreesOfFreedom;
  if (!(x >= 0 && v > 0)) throw new DomainError('chi-square', { x, v });
  return gammaProbability(v / 2, x / 2).upper;
}
