import { invertPositiveDefinite } from '../../numeric/dense/invert-positive-definite.ts';
import { traceOfProduct } from '../../numeric/dense/trace-of-product.ts';
import { kurtosisTrace } from './kurtosis-trace.ts';
import { normalDerivatives } from './normal-derivatives.ts';
import type { PreparedNormal } from './prepare-normal.ts';
import { scoreInformation } from './score-information.ts';

/**
 * tr(A₁⁻¹ B₁) of the saturated model, the first half of Yuan and Bentler's correction.
 *
 * A₁ observed, B₁ first-order information of all means and covariances; summed over groups.
 *
 * @param prepared data with the saturated model.
 * @returns the trace; undefined when A₁ is singular.
 * @remarks Missing data: observed information. Complete data: in closed form, see `kurtosisTrace`.
 * @throws never.
 * @see Yuan, K.-H., Bentler, P. M. (2000), eq. 20. https://doi.org/10.1111/0081-1750.00078. Reference values:
 *   lavaan 0.6-14, scaling factor of MLR.
 */
export function saturatedTrace(prepared: PreparedNormal): number | undefined {
  const { data, hasMeans, saturated, isComplete } = prepared;
  if (isComplete) {
    return saturated.state.groups.reduce((sum, { full }, index) => {
      const [pattern] = data.groups[index]?.patterns ?? [];
      return pattern ? sum + kurtosisTrace(pattern, full.inverse, hasMeans) : sum;
    }, 0);
  }
  const { model, state } = saturated;
  const elements = model.groups.map((group) => group.elements);
  const { curvature } = normalDerivatives(state, data, elements, model.freeCount, 'observed');
  const inverted = invertPositiveDefinite(curvature, model.freeCount);
  return inverted && traceOfProduct(inverted.inverse, scoreInformation(model, state, data));
}
