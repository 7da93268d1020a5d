import { marginalLikelihood } from './marginal-likelihood.ts';
import type { ItemResponseFit } from './item-response-fit.ts';
import { rectangularQuadrature } from './quadrature.ts';

export interface QuadratureCheck {
  readonly points: number;
  readonly logLik: number;
  readonly largestGradient: number;
}

/**
 * The log-likelihood and its gradient at the estimates on a much finer grid: whether the quadrature was fine enough.
 *
 * ℓ and max |∂ℓ/∂ξ| with 401 points on [−8, 8]. A gradient far below the square root of the information means that
 * the estimates are those of the integral, not of the grid.
 *
 * @param fit a fitted model.
 * @returns log-likelihood and largest gradient component there.
 * @remarks Missing data: as in the likelihood.
 * @throws never.
 * @see Chalmers, R. P. (2012). https://doi.org/10.18637/jss.v048.i06.
 */
export function quadratureCheck(fit: ItemResponseFit): QuadratureCheck | undefined {
  const { nodes } = rectangularQuadrature(401, -8, 8);
  const likelihood = marginalLikelihood({ ...fit.model, nodes }, fit.parameters);
  if (!likelihood) return undefined;
  const largestGradient = likelihood.gradient.reduce((most, g) => Math.max(most, Math.abs(g)), 0);
  return { points: nodes.length, logLik: likelihood.logLik, largestGradient };
}
