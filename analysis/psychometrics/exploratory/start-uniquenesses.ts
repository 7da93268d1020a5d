import type { Matrix } from 'ml-matrix';
import { squaredMultipleCorrelations } from './squared-multiple-correlations.ts';

/**
 * Where the search for uniquenesses begins: over-extracted factors have several minima, so from two places.
 *
 * ψ_i = 1 / r^ii, one minus the squared multiple correlation, and Jöreskog's (1 − q / 2p) / r^ii; ½ where R
 * is singular.
 *
 * @param correlation p × p.
 * @param q number of factors.
 * @returns starts of p values in (0, 1].
 * @remarks Missing data: as in the matrix given.
 * @throws never.
 * @see Jöreskog, K. G. (1963). Statistical Estimation in Factor Analysis, eq. 7.10; also used by R's
 *   `factanal`.
 */
export function startUniquenesses(correlation: Matrix, q: number): Float64Array[] {
  const p = correlation.rows;
  const communalities = squaredMultipleCorrelations(correlation);
  if (!communalities) return [new Float64Array(p).fill(0.5)];
  return [1, 1 - q / (2 * p)].map((share) => communalities.map((value) => share * (1 - value)));
}
