import type { Directions } from './directions.ts';
import type { Elements } from './structure.ts';

/**
 * The contribution of one respondent to the derivatives of the normal log likelihood.
 *
 * s_r = ½ tr[(w w′ − W) ∂_rΣ] + w′ ∂_rμ, w = W (x − μ); through T′ w and cells of T′ W T.
 *
 * @param scores one per parameter; overwritten.
 * @param g what `projectSymmetric` makes of W; t what `projectVector` makes of w.
 * @param directions of the model, elements what they belong to.
 * @returns nothing.
 * @remarks Missing data: W and w of a pattern have zeros for unanswered items.
 * @throws never.
 * @see White, H. (1982). Maximum likelihood estimation of misspecified models.
 *   https://doi.org/10.2307/1912526. Reference values: lavaan 0.6-14 `lavScores`.
 */
export function writeScores(
  scores: Float64Array,
  { g, t }: { g: Float64Array; t: Float64Array },
  directions: Directions,
  elements: Elements,
): void {
  const { size, left, right, weight, meanWeight } = directions;
  scores.fill(0);
  for (let r = 0; r < elements.count; r += 1) {
    const [u, v] = [left[r]!, right[r]!];
    scores[elements.parameter[r]!]! +=
      weight[r]! * (t[u]! * t[v]! - g[u * size + v]!) + meanWeight[r]! * t[u]!;
  }
}
