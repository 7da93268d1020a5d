import type { Matrix } from 'ml-matrix';
import type { NotEstimable } from '../estimate.ts';
import { convergentValidity } from '../models/fit/convergent-validity.ts';
import { exploratoryFactorAnalysis } from '../psychometrics/exploratory/exploratory-factor-analysis.ts';
import type { ExtractionMethod } from '../psychometrics/exploratory/extraction.ts';

export type ExploratoryOmega =
  | {
      readonly ok: true;
      /** (Σλ)² / ((Σλ)² + Σψ), [0, 1]. */
      readonly omegaTotal: number;
      /** (Σλ)² / 1′R1; passes 1 where the one factor overstates the correlations. */
      readonly omegaObservedVariance: number;
      readonly loadings: readonly number[];
      /** Items whose communality reached its bound, by index. */
      readonly heywood: readonly number[];
    }
  | NotEstimable;

/**
 * Omega total of the standardised items from one exploratory factor.
 *
 * ω = (Σλ)² / ((Σλ)² + Σ(1 − λ²)).
 *
 * @param correlation p × p, Pearson, or polychoric for the reliability of unobserved responses.
 * @param n respondents it rests on.
 * @param method how the factor is extracted.
 * @returns ω in [0, 1].
 * @remarks Missing data: as in the matrix given. Fewer than three items: 'not-identified'; NaN in the matrix:
 *   'zero-variance'; no inverse: 'singular'; others as `exploratoryFactorAnalysis`.
 * @throws never.
 * @see McDonald, R. P. (1999). Test Theory: A Unified Treatment, eq. 6.20. Reference values: psych 2.2.9 `fa`.
 */
export function exploratoryOmega(
  correlation: Matrix,
  n: number,
  method: ExtractionMethod,
): ExploratoryOmega {
  if (correlation.rows < 3) return { ok: false, reason: 'not-identified' };
  if (n < 3) return { ok: false, reason: 'too-few-respondents' };
  const total = correlation.sum();
  if (Number.isNaN(total)) return { ok: false, reason: 'zero-variance' };
  const solution = exploratoryFactorAnalysis(correlation, n, {
    ...{ factors: 1, method, rotation: 'none' },
  });
  if (!solution.ok) return solution;
  const loadings = solution.loadings.getColumn(0);
  const { compositeReliability, omegaObservedVariance } = convergentValidity({
    ...{ standardised: loadings, loadings, residuals: solution.uniquenesses },
    sampleVarianceOfSum: total,
    impliedVarianceOfSum: total,
  });
  return {
    ...{ ok: true, omegaTotal: compositeReliability, omegaObservedVariance, loadings },
    heywood: solution.heywood,
  };
}
