import type { NotEstimable } from '../estimate.ts';
import { choleskyFactor } from '../numeric/cholesky-factor.ts';
import { choleskyInverse } from '../numeric/cholesky-inverse.ts';
import type { ItemResponseFit } from './item-response-fit.ts';
import { observedInformation } from './observed-information.ts';

/**
 * The covariance matrix of the parameter estimates of a fitted item response model.
 *
 * V = I⁻¹, I the observed information.
 *
 * @param fit a fitted model.
 * @returns size × size, row-major, in the order of the parameters.
 * @remarks Missing data: as in the likelihood. I not positive definite: 'not-identified'.
 * @throws never.
 * @see Louis, T. A. (1982). https://doi.org/10.1111/j.2517-6161.1982.tb01203.x. Reference values: mirt 1.38.1.
 */
export function parameterCovariance(
  fit: Pick<ItemResponseFit, 'model' | 'parameters'>,
): { readonly ok: true; readonly values: Float64Array; readonly size: number } | NotEstimable {
  const size = fit.parameters.length;
  const information = observedInformation(fit.model, fit.parameters);
  const factor = information && choleskyFactor(information, size);
  if (!factor) return { ok: false, reason: 'not-identified' };
  return { ok: true, values: choleskyInverse(factor, size), size };
}
