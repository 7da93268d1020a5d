import { sumScoreLikelihoods } from '../numeric/sum-score-likelihoods.ts';
import type { ItemResponseFit } from './item-response-fit.ts';
import { scoredCategories } from './scored-categories.ts';

export interface SumScoreRow {
  readonly sumScore: number;
  readonly eap: number;
  readonly se: number;
}

/**
 * Expected a posteriori estimate of the latent trait for every sum score.
 *
 * E(θ | s) = Σ_q θ_q w_q f(s | θ_q) / Σ_q w_q f(s | θ_q), f by the Lord–Wingersky recursion.
 *
 * @param fit a fitted model.
 * @returns one row a possible sum score, ascending; its standard error is the posterior standard deviation.
 * @remarks Missing data: for complete answers. Sum scores that cannot occur are left out.
 * @throws never.
 * @see Thissen, D., Pommerich, M., Billeaud, K., Williams, V. S. L. (1995). Appl Psychol Meas 19, 39–49.
 *   https://doi.org/10.1177/014662169501900105. Reference values: mirt 1.38.1 `fscores(method = 'EAPsum')`.
 */
export function sumScoreTable(fit: ItemResponseFit): SumScoreRow[] {
  const { nodes } = fit.model;
  const points = nodes.length;
  const { items, lowest } = scoredCategories(fit);
  const likelihoods = sumScoreLikelihoods(items, points);
  return Array.from({ length: likelihoods.length / points }, (_, s) => {
    const joint = likelihoods
      .subarray(s * points, (s + 1) * points)
      .map((value, q) => value * (fit.weights[q] ?? 0));
    const sum = joint.reduce((total, value) => total + value, 0);
    const eap = joint.reduce((total, value, q) => total + value * (nodes[q] ?? 0), 0) / sum;
    const variance =
      joint.reduce((total, value, q) => total + value * ((nodes[q] ?? 0) - eap) ** 2, 0) / sum;
    return { possible: sum > 0, sumScore: lowest + s, eap, se: Math.sqrt(variance) };
  })
    .filter(({ possible }) => possible)
    .map(({ sumScore, eap, se }) => ({ sumScore, eap, se }));
}
