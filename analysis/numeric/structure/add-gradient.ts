import type { Directions } from './directions.ts';
import type { Elements } from './structure.ts';

/**
 * Adds the gradient of a function of implied moments with respect to a model's parameters.
 *
 * g_r += tr(½ Q ∂_rΣ) − b′ ∂_rμ, where ½ Q = ∂f/∂Σ and −b = ∂f/∂μ; through cells of T′ Q T and T′ b.
 *
 * @param gradient one per parameter, to be added to.
 * @param q what `projectSymmetric` makes of Q; t what `projectVector` makes of b.
 * @param directions of the model, elements what they belong to.
 * @returns nothing.
 * @remarks Missing data: in Q and b.
 * @throws never.
 * @see Bollen, K. A. (1989). Structural Equations with Latent Variables, appendix 4C.
 *   https://doi.org/10.1002/9781118619179. Checked against central differences.
 */
export function addGradient(
  gradient: Float64Array,
  { q, t }: { q: Float64Array; t: Float64Array },
  directions: Directions,
  elements: Elements,
): void {
  const { size, left, right, weight, meanWeight } = directions;
  for (let r = 0; r < elements.count; r += 1) {
    gradient[elements.parameter[r]!]! +=
      weight[r]! * q[left[r]! * size + right[r]!]! - meanWeight[r]! * t[left[r]!]!;
  }
}
