import type { Directions } from './directions.ts';
import type { ModelMatrices } from './structure.ts';

export interface Moments {
  /** p × p, row-major, symmetric */
  readonly covariance: Float64Array;
  /** p */
  readonly mean: Float64Array;
}

/**
 * Covariances and means of the items (of the latent responses of ordered items) implied by a model.
 *
 * Σ = Λ A Ψ A′ Λ′ + Θ, μ = ν + Λ A α.
 *
 * @param matrices the group's matrices.
 * @param directions what `directionsOf` returns for them.
 * @returns Σ and μ.
 * @remarks Missing data: not applicable.
 * @throws never.
 * @see Bollen, K. A. (1989). Structural Equations with Latent Variables, eq. 4.10 and 8.17.
 *   https://doi.org/10.1002/9781118619179. Reference values: lavaan 0.6-14 `fitted`.
 */
export function impliedMoments(matrices: ModelMatrices, directions: Directions): Moments {
  const { p, m, loadings, residuals, intercepts } = matrices;
  const { latentColumns, latentMean } = directions;
  const covariance = Float64Array.from(residuals);
  const mean = Float64Array.from(intercepts);
  for (let i = 0; i < p; i += 1) {
    for (let j = 0; j <= i; j += 1) {
      let sum = residuals[i * p + j]!;
      for (let f = 0; f < m; f += 1) {
        sum += latentColumns[i * 2 * m + m + f]! * loadings[j * m + f]!;
      }
      covariance[i * p + j] = sum;
      covariance[j * p + i] = sum;
    }
    for (let f = 0; f < m; f += 1) mean[i]! += loadings[i * m + f]! * latentMean[f]!;
  }
  return { covariance, mean };
}
