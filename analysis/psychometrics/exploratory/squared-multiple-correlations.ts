import { inverse, Matrix } from 'ml-matrix';

/**
 * Squared multiple correlation of each item with all others.
 *
 * SMC_i = 1 − 1 / r^ii, r^ii the diagonal of R⁻¹.
 *
 * @param correlation p × p.
 * @returns p values in [0, 1]; undefined when R is singular.
 * @remarks Missing data: as in the matrix given. Values outside [0, 1] come from a matrix that is not
 *   positive definite; then undefined.
 * @throws never.
 * @see Guttman, L. (1953). Image theory for the structure of quantitative variates. Psychometrika 18,
 *   277–296. https://doi.org/10.1007/BF02289264. Reference values: psych 2.2.9 `smc`.
 */
export function squaredMultipleCorrelations(correlation: Matrix): Float64Array | undefined {
  try {
    const diagonal = inverse(Matrix.checkMatrix(correlation)).diagonal();
    const values = Float64Array.from(diagonal, (value) => 1 - 1 / value);
    return values.every((value) => value >= 0 && value <= 1) ? values : undefined;
  } catch {
    return undefined;
  }
}
