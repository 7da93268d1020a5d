import { CholeskyDecomposition, Matrix } from 'ml-matrix';
import type { Estimate, NotEstimable } from '../estimate.ts';

export type GuttmanLambdas =
  | {
      readonly ok: true;
      readonly lambda1: number;
      readonly lambda2: number;
      /** Cronbach's alpha. */
      readonly lambda3: number;
      readonly lambda5: number;
      /** From the squared multiple correlations; needs a matrix with an inverse. */
      readonly lambda6: Estimate;
    }
  | NotEstimable;

/** Σ e_i², the variance of each item that the others do not predict: 1/c^ii. */
function unpredicted(covariance: Matrix): number | undefined {
  const scale = Math.max(...covariance.diagonal());
  const cholesky = new CholeskyDecomposition(covariance);
  const roots = cholesky.lowerTriangularMatrix.diagonal();
  const isRegular = cholesky.isPositiveDefinite() && roots.every((r) => r * r > 1e-12 * scale);
  if (!isRegular) return undefined;
  const inverse = cholesky.solve(Matrix.eye(covariance.rows));
  return inverse.diagonal().reduce((sum, value) => sum + 1 / value, 0);
}

/**
 * Guttman's lower bounds to reliability, λ1, λ2, λ3 (alpha), λ5, λ6. λ4 is the best split half, see
 * `splitHalves`.
 *
 * With V = 1′C1 and t = tr C: λ1 = 1 − t/V; λ2 = λ1 + √(k/(k − 1) Σ_{i≠j} c_ij²)/V; λ3 = k/(k − 1) λ1;
 * λ5 = λ1 + 2 √(max_j Σ_{i≠j} c_ij²)/V; λ6 = 1 − Σ e_i²/V, e_i² = 1/c^ii.
 *
 * @param covariance C, k × k; of a correlation matrix the standardised coefficients.
 * @returns each in (−∞, 1], lower bounds in the population; λ2 ≥ λ3.
 * @remarks Missing data: as in the matrix given. Fewer than two items: 'too-few-items'; NaN:
 *   'too-few-respondents'; a sum without variance: 'zero-variance'; λ6 of a matrix without inverse: 'singular'.
 * @throws never.
 * @see Guttman, L. (1945). A basis for analyzing test-retest reliability. Psychometrika 10, 255–282.
 *   https://doi.org/10.1007/BF02288892. Reference values: R 4.2.2; psych 2.2.9 `alpha` (G6).
 */
export function guttmanLambdas(covariance: Matrix): GuttmanLambdas {
  const k = covariance.rows;
  if (k < 2) return { ok: false, reason: 'too-few-items' };
  const total = covariance.sum();
  const trace = covariance.trace();
  if (Number.isNaN(total)) return { ok: false, reason: 'too-few-respondents' };
  if (total <= 1e-12 * trace) return { ok: false, reason: 'zero-variance' };
  const off = Matrix.pow(covariance, 2);
  for (let i = 0; i < k; i += 1) off.set(i, i, 0);
  const lambda1 = 1 - trace / total;
  const rest = unpredicted(covariance);
  return {
    ok: true,
    lambda1,
    lambda2: lambda1 + Math.sqrt((k / (k - 1)) * off.sum()) / total,
    lambda3: (k / (k - 1)) * lambda1,
    lambda5: lambda1 + (2 * Math.sqrt(Math.max(...off.sum('column')))) / total,
    lambda6:
      rest === undefined
        ? { ok: false, reason: 'singular' }
        : { ok: true, value: 1 - rest / total },
  };
}
