import type { Moments } from '../../numeric/structure/implied-moments.ts';
import type { StructuralModel } from './parameter.ts';

/**
 * The parameters of a reference model at which it implies given moments.
 *
 * θ_ij = σ_ij, ν_i = μ_i.
 *
 * @param model from `referenceModel`.
 * @param moments Σ and μ of each group.
 * @returns θ.
 * @remarks Missing data: moments may come from EM.
 * @throws never.
 * @see Bentler, P. M., Bonett, D. G. (1980). https://doi.org/10.1037/0033-2909.88.3.588.
 */
export function parametersOfMoments(
  model: StructuralModel,
  moments: readonly Moments[],
): Float64Array {
  const p = model.items.length;
  const theta = new Float64Array(model.freeCount);
  for (const { group, matrix, row, column, parameter } of model.parameters) {
    const of = moments[group];
    theta[parameter] =
      (matrix === 'intercepts' ? of?.mean[row] : of?.covariance[row * p + column]) ?? NaN;
  }
  return theta;
}
