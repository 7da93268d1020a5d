import { traceOfProduct } from '../../numeric/dense/trace-of-product.ts';
import type { StructuralModel } from '../table/parameter.ts';
import type { NormalData } from './normal-data.ts';
import type { NormalState } from './normal-state.ts';
import { scoreInformation } from './score-information.ts';

/**
 * The scaling factor of the Yuan–Bentler test (T₂*, the variant of Mplus' MLR).
 *
 * c = [tr(A₁⁻¹ B₁) − tr(A₀⁻¹ B₀)] / df, A observed and B first-order information of the saturated model (1) and
 * of the model (0), each at its own estimates.
 *
 * @param model, state at θ̂.
 * @param inverse A₀⁻¹, the inverse of the model's observed information per respondent.
 * @param data the same data.
 * @param trace tr(A₁⁻¹ B₁), see `saturatedTrace`.
 * @param degreesOfFreedom df > 0.
 * @returns c; near 1 for normal data, above for heavy tails.
 * @remarks Missing data: by patterns.
 * @throws never.
 * @see Yuan, K.-H., Bentler, P. M. (2000). https://doi.org/10.1111/0081-1750.00078; Asparouhov, T., Muthén, B.
 *   (2005). Multivariate statistical modeling with survey data. Reference values: lavaan 0.6-14, MLR.
 */
export function scalingFactor(
  model: StructuralModel,
  state: NormalState,
  inverse: Float64Array,
  data: NormalData,
  trace: number,
  degreesOfFreedom: number,
): number {
  const products = scoreInformation(model, state, data);
  return (trace - traceOfProduct(inverse, products)) / degreesOfFreedom;
}
