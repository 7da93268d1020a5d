export interface FactorLoadings {
  /** Standardised loadings. */
  readonly standardised: readonly number[];
  /** Unstandardised loadings times the factor's standard deviation. */
  readonly loadings: readonly number[];
  /** Residual variances of the same items. */
  readonly residuals: readonly number[];
  /** Sum of the sample covariances of the items: the variance of their sum. */
  readonly sampleVarianceOfSum: number;
  /** The same of the implied covariances. */
  readonly impliedVarianceOfSum: number;
}

export interface ConvergentValidity {
  /** Mean squared standardised loading, [0, 1]. */
  readonly averageVarianceExtracted: number;
  /** Σλ² / (Σλ² + Σθ) of the unstandardised solution, [0, 1]. */
  readonly averageVarianceExtractedUnstandardised: number;
  /** From standardised loadings, (Σλ)² / ((Σλ)² + Σ(1 − λ²)), [0, 1]. */
  readonly compositeReliability: number;
  /** Variance of the sum due to the factor over its implied variance. */
  readonly omegaImpliedVariance: number;
  /** The same over its sample variance. */
  readonly omegaObservedVariance: number;
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const sumOfSquares = (values: readonly number[]) => sum(values.map((value) => value * value));

/**
 * How well a factor's items measure it together.
 *
 * AVE = Σλ²/k; composite reliability = (Σλ)²/((Σλ)² + Σ(1 − λ²)) of standardised loadings; ω = (Σλ)² ψ / Var(Σ y)
 * with the implied or the sample variance of the sum of the items.
 *
 * @param factor loadings and variances of the items that load on it.
 * @returns the coefficients.
 * @remarks Missing data: sample variances by EM. Items that load on several factors count in each.
 * @throws never.
 * @see Fornell, C., Larcker, D. F. (1981). https://doi.org/10.1177/002224378101800104; McDonald, R. P. (1999).
 *   Test Theory, eq. 6.21; Bollen, K. A. (1980). https://doi.org/10.2307/2095172. Reference values: semTools
 *   0.5-6 `compRelSEM`, `AVE`.
 */
export function convergentValidity(factor: FactorLoadings): ConvergentValidity {
  const { standardised, loadings, residuals } = factor;
  const common = sum(standardised) ** 2;
  const unique = sum(standardised.map((value) => 1 - value * value));
  const squares = sumOfSquares(loadings);
  const ofSum = sum(loadings) ** 2;
  return {
    averageVarianceExtracted: sumOfSquares(standardised) / standardised.length,
    averageVarianceExtractedUnstandardised: squares / (squares + sum(residuals)),
    compositeReliability: common / (common + unique),
    omegaImpliedVariance: ofSum / factor.impliedVarianceOfSum,
    omegaObservedVariance: ofSum / factor.sampleVarianceOfSum,
  };
}
