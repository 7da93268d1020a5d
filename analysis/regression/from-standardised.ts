import type { RegressionRows } from './regression-rows.ts';

/**
 * Coefficients of standardised predictors brought back to the unit of the predictors.
 *
 * b_s = β_s/s_s; every constant c (intercept) becomes c − Σ b_s x̄_s; V = A V_z A′.
 *
 * @param rows with means and SDs of the p predictors.
 * @param coefficients constants, then p slopes, of the standardised predictors.
 * @param covariance of these, row-major.
 * @param sign of the slopes in Σ: −1 where the model subtracts them from its constants (cumulative logits).
 * @returns estimates, covariance and standard errors in the same order.
 * @remarks Missing data: none. A predictor without variance gives infinite values: refuse it before.
 * @throws never.
 * @see Anderson, T. W. (2003). An Introduction to Multivariate Statistical Analysis (3rd ed.), 2.4 (linear
 *   functions).
 */
export function fromStandardised(
  { means, sds }: Pick<RegressionRows, 'means' | 'sds'>,
  coefficients: Float64Array,
  covariance: Float64Array,
  sign: 1 | -1 = 1,
): { estimates: Float64Array; covariance: Float64Array; standardErrors: Float64Array } {
  const size = coefficients.length;
  const constants = size - means.length;
  const transform = new Float64Array(size * size);
  for (let i = 0; i < size; i += 1) {
    transform[i * size + i] = i < constants ? 1 : 1 / (sds[i - constants] ?? NaN);
    for (let s = 0; s < means.length && i < constants; s += 1) {
      transform[i * size + constants + s] = (-sign * (means[s] ?? NaN)) / (sds[s] ?? NaN);
    }
  }
  const times = (matrix: Float64Array, other: (row: number, column: number) => number) => {
    return Float64Array.from({ length: size * size }, (_, cell) => {
      const [i, j] = [Math.floor(cell / size), cell % size];
      let sum = 0;
      for (let s = 0; s < size; s += 1) sum += (matrix[i * size + s] ?? 0) * other(s, j);
      return sum;
    });
  };
  const half = times(transform, (s, j) => covariance[s * size + j] ?? NaN);
  const result = times(half, (s, j) => transform[j * size + s] ?? NaN);
  return {
    estimates: coefficients.map((_, i) => {
      const row = transform.subarray(i * size, (i + 1) * size);
      return row.reduce((sum, value, s) => sum + value * (coefficients[s] ?? NaN), 0);
    }),
    covariance: result,
    standardErrors: coefficients.map((_, i) => Math.sqrt(result[i * (size + 1)] ?? NaN)),
  };
}
