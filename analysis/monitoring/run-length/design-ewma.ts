import { DomainError } from '../../errors.ts';
import { findRoot } from '../../numeric/find-root.ts';
import { ewmaRunLength } from './ewma-run-length.ts';

/**
 * The limit of an EWMA chart that gives one false alarm in so many points.
 *
 * L with A(L; μ = 0) = ARL₀.
 *
 * @param lambda weight of the newest point, in [0.01, 1].
 * @param runLength ARL₀ > 1: points between false alarms.
 * @returns L in standard deviations of the average.
 * @remarks Missing data: none.
 * @throws DomainError 'chart-design' when no limit in (0, 10] gives that run length.
 * @see Lucas, J. M., Saccucci, M. S. (1990). https://doi.org/10.1080/00401706.1990.10484583. Reference values: spc,
 *   R 4.2.2 `xewma.crit`.
 */
export function designEwma(lambda: number, runLength: number): number {
  if (!(lambda >= 0.01 && lambda <= 1 && runLength > 1)) {
    throw new DomainError('chart-design', { lambda, runLength });
  }
  const gap = (limit: number) => Math.log(ewmaRunLength(lambda, limit) / runLength);
  const limit = findRoot(gap, 0.01, 6, 1e-12);
  if (Number.isNaN(limit)) throw new DomainError('chart-design', { lambda, runLength });
  return limit;
}
