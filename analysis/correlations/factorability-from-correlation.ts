import { CholeskyDecomposition, Matrix } from 'ml-matrix';
import { ShapeError } from '../errors.ts';
import type { NotEstimable } from '../estimate.ts';
import { bartlettSphericity } from './bartlett-sphericity.ts';
import { kaiserMeyerOlkin } from './kaiser-meyer-olkin.ts';

export interface Factorability {
  readonly ok: true;
  readonly determinant: number;
  readonly kmo: { readonly overall: number; readonly items: Float64Array };
  readonly bartlett: { readonly chiSquare: number; readonly df: number; readonly pValue: number };
  /** Of each item with all others, in [0, 1]. */
  readonly squaredMultipleCorrelations: Float64Array;
}

/**
 * Whether a correlation matrix is worth factoring: determinant, KMO, Bartlett's test, squared multiple
 * correlations.
 *
 * SMC_i = 1 − 1/r^ii; the others in the functions composed.
 *
 * @param correlation k × k symmetric, unit diagonal.
 * @param n respondents.
 * @returns the measures; 'too-few-items' below two, 'too-few-respondents' when n ≤ k, 'zero-variance' when an
 *   entry is NaN, 'not-positive-definite'.
 * @remarks Missing data: none.
 * @throws ShapeError 'square'.
 * @see Guttman, L. (1953). Image theory for the structure of quantitative variates. Psychometrika 18,
 *   277–296. https://doi.org/10.1007/BF02289264. Reference values: psych 2.2.9 `KMO`, `smc`.
 */
export function factorabilityFromCorrelation(
  correlation: Matrix,
  n: number,
): Factorability | NotEstimable {
  const k = correlation.rows;
  if (!correlation.isSquare()) throw new ShapeError('square', { rows: k });
  if (k < 2) return { ok: false, reason: 'too-few-items' };
  if (n <= k) return { ok: false, reason: 'too-few-respondents' };
  if (correlation.to1DArray().some(Number.isNaN)) return { ok: false, reason: 'zero-variance' };
  const cholesky = new CholeskyDecomposition(correlation);
  const roots = cholesky.lowerTriangularMatrix.diagonal();
  // An item that follows from the others leaves a root of rounding errors.
  if (!cholesky.isPositiveDefinite() || !roots.every((root) => root > 1e-7)) {
    return { ok: false, reason: 'not-positive-definite' };
  }
  const logDeterminant = 2 * roots.reduce((sum, root) => sum + Math.log(root), 0);
  const inverse = cholesky.solve(Matrix.eye(k));
  return {
    ok: true,
    determinant: Math.exp(logDeterminant),
    kmo: kaiserMeyerOlkin(correlation, inverse),
    bartlett: bartlettSphericity(logDeterminant, k, n),
    squaredMultipleCorrelations: Float64Array.from(inverse.diagonal(), (value) => 1 - 1 / value),
  };
}
