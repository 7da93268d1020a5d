import { DomainError } from '../../errors.ts';
import { ewmaIntegralEquation } from '../../numeric/run-length/ewma-integral-equation.ts';

/**
 * How many points a two-sided EWMA chart with its final limits runs on average until it signals.
 *
 * Crowder's integral equation, limits ± L √(λ/(2 − λ)).
 *
 * @param lambda weight of the newest point, in (0, 1].
 * @param limit L > 0.
 * @param shift true mean in standard
 *   deviations; 0: false alarms.
 * @returns average run length from the target, ≥ 1 point. Limits that widen from the first point on give a little
 *   less.
 * @remarks Missing data: none. Independent normal points are assumed.
 * @throws DomainError 'chart-design'.
 * @see Crowder, S. V. (1987). https://doi.org/10.1080/00401706.1987.10488267. Reference values: spc, R 4.2.2
 *   `xewma.arl`.
 */
export function ewmaRunLength(lambda: number, limit: number, shift = 0): number {
  if (!(lambda > 0 && lambda <= 1 && limit > 0 && limit < 40)) {
    throw new DomainError('chart-design', { lambda, limit });
  }
  // A light weight makes the kernel narrow: more nodes.
  return ewmaIntegralEquation(lambda, limit, shift, Math.ceil(40 + 4 / lambda));
}
