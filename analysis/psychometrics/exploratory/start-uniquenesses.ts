import type { Matrix } from 'ml-matrix';
import { squaredMultipleCorrelations } from './squared-multiple-correlations.ts';

/**
 * Where the search for uniquenesses begins.
 *
 * ψ_i = (1 − q / 2p) / r^ii, Jöreskog's choice; ½ where R is singular.
 *
 * @param correlation p × p.
 * @param q number of factors.
 * @returns p values in (0, 1].
 * @remarks Missing data: as in the matrix given.
 * @throws never.
 * @see Jöreskog, K. G. (1963). Statistical Estimation in Factor Analysis, eq. 7.10; also used by R's
 *   `factanal`.
 */
export function startUniquenesses(correlation: Matrix, q: number): Float64Array {
  const p = correlation.rows;
  const communalities = squaredMultipleCorrelations(correlation);
  if (!communalities) return new Float64Array(p).fill(0.5);
  return communalities.map((communality) => (1 - q / (2 * p)) * (1 - communality));
}
