import { covarianceOfAnswers } from '../../numeric/ordinal/covariance-of-answers.ts';

export interface CategoricalOmega {
  /** Over the variance of the sum score that the observed polychoric correlations imply. */
  readonly observedVariance: number;
  /** Over the variance that the model implies; in [0, 1]. */
  readonly modelVariance: number;
}

/**
 * Reliability of the sum of ordered items, from a factor model of their responses ("categorical omega").
 *
 * ω = Σ_ij cov(x_i, x_j; ρᵀ_ij) / Σ_ij cov(x_i, x_j; ρ_ij), ρᵀ = the part of the correlation of responses due
 * to the factor (on the diagonal too), ρ observed or implied with unit diagonal; cov as in
 * `covarianceOfAnswers`.
 *
 * @param thresholds of each item's standardised response.
 * @param common, observed, implied k × k, row-major: ρᵀ, polychoric and model-implied correlations.
 * @returns both versions; the observed one may pass one when the model misfits.
 * @remarks Missing data: not applicable.
 * @throws never.
 * @see Green, S. B., Yang, Y. (2009). Reliability of summed item scores using structural equation modeling.
 *   Psychometrika 74, 155–167. https://doi.org/10.1007/s11336-008-9099-3. Reference values: semTools 0.5-6
 *   `compRelSEM`.
 */
export function categoricalOmega(
  thresholds: readonly Float64Array[],
  { common, observed, implied }: Record<'common' | 'observed' | 'implied', Float64Array>,
): CategoricalOmega {
  const k = thresholds.length;
  const varianceOf = (correlations: Float64Array) => {
    let sum = 0;
    thresholds.forEach((row, i) => {
      thresholds.slice(0, i + 1).forEach((column, j) => {
        const covariance = covarianceOfAnswers(row, column, correlations[i * k + j] ?? NaN);
        sum += i === j ? covariance : 2 * covariance;
      });
    });
    return sum;
  };
  const explained = varianceOf(common);
  return {
    observedVariance: explained / varianceOf(observed),
    modelVariance: explained / varianceOf(implied),
  };
}
