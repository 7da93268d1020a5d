/** An item as the sum-score recursion needs it. */
export interface ScoredCategories {
  /** K whole numbers from 0. */
  readonly scores: ArrayLike<number>;
  /** K × Q. */
  readonly probability: Float64Array;
}

/**
 * Likelihood of every sum score at each point of the latent trait, by the Lord–Wingersky recursion.
 *
 * f_i(s | θ) = Σ_c P_i(c | θ) f_{i−1}(s − y_c | θ), f_0(0) = 1.
 *
 * @param items scores and probabilities.
 * @param points Q.
 * @returns (S + 1) × Q, row-major, S the highest sum; columns sum to 1.
 * @remarks Missing data: for complete answers. No items: one row of ones.
 * @throws never.
 * @see Lord, F. M., Wingersky, M. S. (1984). https://doi.org/10.1177/014662168400800409; Thissen, D. et al. (1995).
 *   https://doi.org/10.1177/014662169501900105.
 */
export function sumScoreLikelihoods(
  items: readonly ScoredCategories[],
  points: number,
): Float64Array {
  let current = new Float64Array(points).fill(1);
  let highest = 0;
  for (const { scores, probability } of items) {
    let most = 0;
    for (let c = 0; c < scores.length; c += 1) most = Math.max(most, scores[c]!);
    const next = new Float64Array((highest + most + 1) * points);
    for (let s = 0; s <= highest; s += 1) {
      for (let c = 0; c < scores.length; c += 1) {
        const target = (s + scores[c]!) * points;
        for (let q = 0; q < points; q += 1) {
          next[target + q]! += current[s * points + q]! * probability[c * points + q]!;
        }
      }
    }
    current = next;
    highest += most;
  }
  return current;
}
