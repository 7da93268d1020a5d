import type { Directions } from './directions.ts';
import type { Elements } from './structure.ts';

/**
 * Adds the expected information of normal data about a model's parameters.
 *
 * I_rs += n [½ tr(W ∂_rΣ W ∂_sΣ) + ∂_rμ′ W ∂_sμ], through cells of G = T′ W T.
 *
 * @param information parameters × parameters, row-major, to be added to.
 * @param width number of parameters.
 * @param g what `projectSymmetric` makes of W = Σ⁻¹.
 * @param directions of the model, elements what they belong to.
 * @param n number of observations.
 * @param full elements from this index on (candidates for freeing) get their own variance and their
 *   covariances with the elements before it only; default: all.
 * @returns nothing.
 * @remarks Missing data: W of a pattern has zeros for unanswered items.
 * @throws never.
 * @see Bollen, K. A. (1989). Structural Equations with Latent Variables, appendix 4B.
 *   https://doi.org/10.1002/9781118619179. Reference values: lavaan 0.6-14 `vcov`.
 */
export function addExpectedInformation(
  information: Float64Array,
  width: number,
  g: Float64Array,
  directions: Directions,
  elements: Elements,
  n: number,
  full = elements.count,
): void {
  const { size, left, right, weight, meanWeight } = directions;
  const { count, parameter } = elements;
  for (let r = 0; r < count; r += 1) {
    const [u, v] = [left[r]! * size, right[r]! * size];
    const [wr, mr] = [n * weight[r]!, n * meanWeight[r]!];
    const row = parameter[r]!;
    const last = r < full ? count : r + 1;
    for (let s = r; s < last; s += 1) {
      const [x, y] = [left[s]!, right[s]!];
      let value = mr * meanWeight[s]! * g[u + x]!;
      if (wr !== 0) value += wr * weight[s]! * (g[u + x]! * g[v + y]! + g[u + y]! * g[v + x]!);
      if (value === 0) continue;
      const column = parameter[s]!;
      information[row * width + column]! += value;
      if (s !== r) information[column * width + row]! += value;
    }
  }
}
