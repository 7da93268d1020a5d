import { ShapeError } from '../errors.ts';
import { categoryCounts } from './category-counts.ts';
import type { ItemPairTables } from './item-pair-tables.ts';
import { missingReasons, type MissingCounts } from './missing-reasons.ts';
import { momentsFromCounts, type Moments } from './moments-from-counts.ts';

export interface ItemStatistics {
  readonly counts: readonly number[];
  /** Share of each option among those who answered, in [0, 1]; empty when nobody did. */
  readonly proportions: readonly number[];
  /** Share at the lowest and the highest possible score; null when nobody answered. */
  readonly floor: number | null;
  readonly ceiling: number | null;
  readonly missing: MissingCounts;
  readonly moments: Moments;
}

/**
 * The univariate description of one item over all who answered it.
 *
 * p_a = n_a / n; floor = Σ p_a over the options with the lowest possible score, ceiling likewise for
 * the highest; moments as in `momentsFromCounts`.
 *
 * @param tables item pair tables.
 * @param item index i.
 * @param scores score of each option; default: those of the tables (after reverse-keying). Give the
 *   scores before reverse-keying to describe the answers as given.
 * @returns shares in [0, 1] and moments; floor and ceiling above 0.15 are usually called effects.
 * @remarks Missing data: available answers of the item, missing counted by reason. Nobody answered:
 *   no shares, moments 'too-few-respondents'.
 * @throws DomainError 'item-index'; ShapeError 'scores-per-code'.
 * @see Terwee, C. B. et al. (2007). Quality criteria for measurement properties. J Clin Epidemiol 60,
 *   34–42 (floor and ceiling). https://doi.org/10.1016/j.jclinepi.2006.03.012. Reference values: psych
 *   2.2.9 on R 4.2.2.
 */
export function itemStatistics(
  tables: ItemPairTables,
  item: number,
  scores: readonly number[] = tables.items[item]?.scores ?? [],
): ItemStatistics {
  const counts = categoryCounts(tables, item);
  if (scores.length !== counts.length) throw new ShapeError('scores-per-code', { item });
  const n = counts.reduce((sum, count) => sum + count, 0);
  const shareAt = (score: number): number | null =>
    n === 0 ? null : counts.reduce((sum, c, a) => sum + (scores[a] === score ? c : 0), 0) / n;
  const missing = missingReasons.map(
    (reason, index) => [reason, tables.missing[item * missingReasons.length + index] ?? 0] as const,
  );
  return {
    counts,
    proportions: n === 0 ? [] : counts.map((count) => count / n),
    floor: shareAt(Math.min(...scores)),
    ceiling: shareAt(Math.max(...scores)),
    missing: Object.fromEntries(missing) as Record<(typeof missingReasons)[number], number>,
    moments: momentsFromCounts(counts, scores),
  };
}
