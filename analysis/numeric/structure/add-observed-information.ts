import type { Directions } from './directions.ts';
import type { Elements } from './structure.ts';

/**
 * Adds the part of the observed information that comes from first derivatives of the moments.
 *
 * H_rs += n [tr(W ∂_sΣ P ∂_rΣ) − ½ tr(W ∂_sΣ W ∂_rΣ) + b′ ∂_rΣ W ∂_sμ + b′ ∂_sΣ W ∂_rμ + ∂_rμ′ W ∂_sμ],
 * P = W (S + d d′) W, b = W d, d = x̄ − μ; through cells of T′ W T, T′ P T and T′ b.
 *
 * @param information parameters × parameters, row-major, to be added to.
 * @param width number of parameters.
 * @param g, h what `projectSymmetric` makes of W and P; t what `projectVector` makes of b.
 * @param directions of the model, elements what they belong to.
 * @param n number of observations.
 * @param full as in `addExpectedInformation`.
 * @returns nothing.
 * @remarks Missing data: W, P and b of a pattern have zeros for unanswered items.
 * @throws never.
 * @see Neudecker, H., Satorra, A. (1991). https://doi.org/10.1016/0167-7152(91)90178-T; Savalei, V. (2010).
 *   Expected versus observed information in SEM with incomplete normal and nonnormal data.
 *   https://doi.org/10.1037/a0020143. Checked against central differences of the gradient.
 */
export function addObservedInformation(
  information: Float64Array,
  width: number,
  { g, h, t }: { g: Float64Array; h: Float64Array; t: Float64Array },
  directions: Directions,
  elements: Elements,
  n: number,
  full = elements.count,
): void {
  const { size, left, right, weight, meanWeight } = directions;
  const { count, parameter } = elements;
  for (let r = 0; r < count; r += 1) {
    const [l, q] = [left[r]!, right[r]!];
    const [u, v] = [l * size, q * size];
    const [wr, mr] = [n * weight[r]!, n * meanWeight[r]!];
    const row = parameter[r]!;
    const last = r < full ? count : r + 1;
    for (let s = r; s < last; s += 1) {
      const [x, y] = [left[s]!, right[s]!];
      const [ws, ms] = [weight[s]!, meanWeight[s]!];
      const [ux, uy, vx, vy] = [g[u + x]!, g[u + y]!, g[v + x]!, g[v + y]!];
      const covariances =
        h[u + y]! * vx + h[v + y]! * ux + h[u + x]! * vy + h[v + x]! * uy - ux * vy - uy * vx;
      const value =
        wr * ws * covariances +
        wr * ms * (t[l]! * vx + t[q]! * ux) +
        mr * ws * (t[x]! * uy + t[y]! * ux) +
        mr * ms * ux;
      if (value === 0) continue;
      const column = parameter[s]!;
      information[row * width + column]! += value;
      if (s !== r) information[column * width + row]! += value;
    }
  }
}
