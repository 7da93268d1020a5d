import { DomainError } from '../../errors.ts';
import type { Interval } from '../../estimate.ts';
import { chiSquareQuantile } from '../../numeric/chi-square-quantile.ts';

/**
 * The exact interval of a Poisson mean.
 *
 * [χ²_{2x}(α/2)/2, χ²_{2x + 2}(1 − α/2)/2].
 *
 * @param x events seen, ≥ 0, whole.
 * @param level confidence level in (0, 1).
 * @returns [lower, upper]; 0 events: from 0.
 * @remarks Missing data: none.
 * @throws DomainError 'count'.
 * @see Garwood, F. (1936). Fiducial limits for the Poisson distribution. Biometrika 28, 437–442.
 *   https://doi.org/10.1093/biomet/28.3-4.437. Reference values: R 4.2.2 `poisson.test`.
 */
export function poissonInterval(x: number, level = 0.95): Interval {
  if (!(Number.isInteger(x) && x >= 0)) throw new DomainError('count', { count: x });
  const tail = (1 - level) / 2;
  return [
    x === 0 ? 0 : chiSquareQuantile(tail, 2 * x) / 2,
    chiSquareQuantile(1 - tail, 2 * x + 2) / 2,
  ];
}
