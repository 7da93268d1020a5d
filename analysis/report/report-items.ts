import { itemStatisticsFromCounts } from '../psychometrics/item-statistics-from-counts.ts';
import { guardCategories } from '../suppression/guard-categories.ts';
import type { ReadinessItem } from './readiness-input.ts';
import type { ItemReport } from './readiness-report.ts';

/** Sums over the percents of the options with the lowest or highest possible score. */
function percentAt(percents: readonly number[], scores: readonly number[], score: number): number {
  return percents.reduce((sum, percent, a) => sum + (scores[a] === score ? percent : 0), 0);
}

/**
 * The item table over all respondents.
 *
 * Category percents, moments and missing reasons of each item from its counts; scores as answered.
 *
 * @param items in the order of their columns.
 * @param counts category counts, all items end to end.
 * @param missing k × 5 missing reasons, row-major.
 * @param k minimum cell size.
 * @returns one report per item; withheld when fewer than k answered or (nearly) all the same.
 * @remarks Missing data: counted by reason and given out only with the distribution.
 * @throws as `itemStatisticsFromCounts`, `guardCategories`.
 * @see This room's README, "Suppression"; formulas at `itemStatisticsFromCounts`.
 */
export function reportItems(
  items: readonly ReadinessItem[],
  counts: Float64Array,
  missing: Float64Array,
  k: number,
): ItemReport[] {
  let first = 0;
  return items.map((item, index) => {
    const own = [...counts.subarray(first, first + item.codes.length)];
    first += item.codes.length;
    const guarded = guardCategories(own, k);
    if (!guarded.shown) return { id: item.id, result: guarded };
    const scores = item.answerScores ?? item.scores;
    const statistics = itemStatisticsFromCounts(own, scores, [
      ...missing.subarray(index * 5, index * 5 + 5),
    ]);
    const { moments } = statistics;
    if (!moments.ok) return { id: item.id, result: { shown: false, reason: moments.reason } };
    const { percents } = guarded;
    return {
      id: item.id,
      result: {
        shown: true,
        n: moments.n,
        percents,
        mean: moments.mean,
        sd: moments.sd,
        skewness: moments.skewness,
        kurtosis: moments.kurtosis,
        missing: statistics.missing,
        floorPercent: percentAt(percents, scores, Math.min(...scores)),
        ceilingPercent: percentAt(percents, scores, Math.max(...scores)),
      },
    };
  });
}
