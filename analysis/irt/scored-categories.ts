import type { ScoredCategories } from '../numeric/sum-score-likelihoods.ts';
import type { ItemResponseFit } from './item-response-fit.ts';

/**
 * The items' categories with whole scores from 0, as the sum-score recursion needs them.
 *
 * y_c = score less the item's lowest score where all scores are whole numbers, else the category's number.
 *
 * @param fit a fitted model.
 * @returns scores with probabilities at the quadrature points, and the lowest possible sum score.
 * @remarks Missing data: not here.
 * @throws never.
 * @see Lord, F. M., Wingersky, M. S. (1984). https://doi.org/10.1177/014662168400800409.
 */
export function scoredCategories(fit: Pick<ItemResponseFit, 'responses' | 'at'>): {
  readonly items: readonly ScoredCategories[];
  readonly lowest: number;
} {
  const { scores } = fit.responses;
  const isWhole = scores.every((list) => list.every(Number.isInteger));
  const lowest = scores.reduce((sum, list) => sum + (isWhole ? (list[0] ?? 0) : 0), 0);
  const items = scores.map((list, item) => ({
    scores: list.map((score, c) => (isWhole ? score - (list[0] ?? 0) : c)),
    probability: fit.at.blocks[item]?.probability ?? new Float64Array(),
  }));
  return { items, lowest };
}
