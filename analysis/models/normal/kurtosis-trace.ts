import { squaredDistances } from '../../numeric/normal/squared-distances.ts';
import type { Pattern } from '../../numeric/normal/pattern.ts';

/**
 * tr(A⁻¹ B) of the saturated model for complete data: Mardia's kurtosis in disguise.
 *
 * A⁻¹ = 2 S ⊗ S on covariances gives s′ A⁻¹ s = ½ [d⁴ − 2 d² + p] with d² = (x − x̄)′ S⁻¹ (x − x̄), so that
 * tr = ½ (b_2,p − p), plus p when means are modelled.
 *
 * @param pattern the complete respondents.
 * @param w S⁻¹, p × p.
 * @param hasMeans whether means are modelled.
 * @returns the trace; p + p (p + 1)/2 under normality.
 * @remarks Missing data: complete data only.
 * @throws never.
 * @see Mardia, K. V. (1970). https://doi.org/10.1093/biomet/57.3.519; Yuan, K.-H., Bentler, P. M. (2000).
 *   https://doi.org/10.1111/0081-1750.00078. Reference values: lavaan 0.6-14, scaling factor of MLR.
 */
export function kurtosisTrace(pattern: Pattern, w: Float64Array, hasMeans: boolean): number {
  const p = pattern.mean.length;
  const distances = squaredDistances(pattern, w);
  const kurtosis = distances.reduce((sum, d) => sum + d * d, 0) / pattern.n;
  return (kurtosis - p) / 2 + (hasMeans ? p : 0);
}
