import { choleskyFactor } from './cholesky-factor.ts';
import { choleskyInverse } from './cholesky-inverse.ts';

export interface LeastSquares {
  /** Intercept, then p slopes. */
  readonly coefficients: Float64Array;
  /** (X′X)⁻¹ with the column of ones first, row-major. */
  readonly inverse: Float64Array;
  /** HC3 covariance of the coefficients, row-major; not finite where a row has leverage 1. */
  readonly robust: Float64Array;
  readonly totalSquares: number;
  readonly residualSquares: number;
}

/**
 * Least squares on centred columns.
 *
 * X′X = diag(n, Z′Z); b = (Z′Z)⁻¹ Z′(y − ȳ); h_r = 1/n + z_r′(Z′Z)⁻¹z_r; HC3: Σ (X′X)⁻¹ x_r x_r′ (X′X)⁻¹ e_r²/
 * (1 − h_r)².
 *
 * @param design n × p, row-major; columns with mean 0.
 * @param y n outcomes.
 * @param p columns.
 * @returns coefficients and what their standard errors need; undefined for linearly dependent columns.
 * @remarks Missing data: none.
 * @throws never.
 * @see Golub, G. H., Van Loan, C. F. (2013). Matrix Computations (4th ed.), 5.3.2. Reference values: R 4.2.2 `lm`.
 */
export function leastSquares(
  design: Float64Array,
  y: Float64Array,
  p: number,
): LeastSquares | undefined {
  const n = y.length;
  const size = p + 1;
  const mean = y.reduce((sum, value) => sum + value, 0) / n;
  const products = new Float64Array(p * p);
  const right = new Float64Array(p);
  let totalSquares = 0;
  for (let row = 0; row < n; row += 1) {
    const deviation = y[row]! - mean;
    totalSquares += deviation * deviation;
    for (let i = 0; i < p; i += 1) {
      const z = design[row * p + i]!;
      right[i]! += z * deviation;
      for (let j = 0; j <= i; j += 1) products[i * p + j]! += z * design[row * p + j]!;
    }
  }
  const factor = choleskyFactor(products, p);
  if (!factor) return undefined;
  const slopes = choleskyInverse(factor, p);
  const inverse = new Float64Array(size * size);
  inverse[0] = 1 / n;
  const coefficients = new Float64Array(size);
  coefficients[0] = mean;
  for (let i = 0; i < p; i += 1) {
    for (let j = 0; j < p; j += 1) {
      inverse[(i + 1) * size + j + 1] = slopes[i * p + j]!;
      coefficients[i + 1]! += slopes[i * p + j]! * right[j]!;
    }
  }
  const robust = new Float64Array(size * size);
  const influence = new Float64Array(size);
  let residualSquares = 0;
  for (let row = 0; row < n; row += 1) {
    let residual = y[row]! - mean;
    let leverage = 1 / n;
    influence[0] = 1 / n;
    for (let i = 0; i < p; i += 1) {
      const z = design[row * p + i]!;
      residual -= z * coefficients[i + 1]!;
      let sum = 0;
      for (let j = 0; j < p; j += 1) sum += slopes[i * p + j]! * design[row * p + j]!;
      influence[i + 1] = sum;
      leverage += z * sum;
    }
    residualSquares += residual * residual;
    const weight = leverage < 1 - 1e-12 ? (residual / (1 - leverage)) ** 2 : NaN;
    for (let i = 0; i < size; i += 1) {
      for (let j = 0; j < size; j += 1)
        robust[i * size + j]! += influence[i]! * influence[j]! * weight;
    }
  }
  return { coefficients, inverse, robust, totalSquares, residualSquares };
}
