import { chiSquareP } from '../numeric/chi-square-p.ts';

/**
 * Bartlett's test that no items correlate.
 *
 * χ² = −(n − 1 − (2k + 5)/6) ln |R| on k(k − 1)/2 degrees of freedom.
 *
 * @param logDeterminant ln |R| of the k × k correlation matrix, at most 0.
 * @param k items, at least 2.
 * @param n respondents.
 * @returns χ², degrees of freedom, p in [0, 1]. Large samples reject it almost always.
 * @remarks Missing data: none. On polychoric correlations the χ² is descriptive only.
 * @throws DomainError from `chiSquareP` when n is so small that χ² < 0.
 * @see Bartlett, M. S. (1951). The effect of standardization on a χ² approximation in factor analysis.
 *   Biometrika 38, 337–344. https://doi.org/10.1093/biomet/38.3-4.337. Reference values: psych 2.2.9
 *   `cortest.bartlett`.
 */
export function bartlettSphericity(
  logDeterminant: number,
  k: number,
  n: number,
): { chiSquare: number; df: number; pValue: number } {
  const chiSquare = -(n - 1 - (2 * k + 5) / 6) * logDeterminant;
  const df = (k * (k - 1)) / 2;
  return { chiSquare, df, pValue: chiSquareP(chiSquare, df) };
}
