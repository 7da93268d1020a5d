import { categoryCounts } from './category-counts.ts';
import type { ItemPairTables } from './item-pair-tables.ts';
import { itemStatisticsFromCounts, type ItemStatistics } from './item-statistics-from-counts.ts';
import { missingReasons } from './missing-reasons.ts';

/**
 * The univariate description of one item over all who answered it.
 *
 * Reads the item's counts off the diagonal of the tables; formulas at `itemStatisticsFromCounts`.
 *
 * @param tables item pair tables.
 * @param item index i.
 * @param scores score of each option; default: those of the tables (after reverse-keying). Give the
 *   scores before reverse-keying to describe the answers as given.
 * @returns shares in [0, 1] and moments.
 * @remarks Missing data: available answers of the item, missing counted by reason.
 * @throws DomainError 'item-index'; ShapeError 'scores-per-code'.
 * @see Terwee, C. B. et al. (2007). J Clin Epidemiol 60, 34–42.
 *   https://doi.org/10.1016/j.jclinepi.2006.03.012. Reference values: psych 2.2.9 on R 4.2.2.
 */
export function itemStatistics(
  tables: ItemPairTables,
  item: number,
  scores: readonly number[] = tables.items[item]?.scores ?? [],
): ItemStatistics {
  const reasons = missingReasons.length;
  return itemStatisticsFromCounts(categoryCounts(tables, item), scores, [
    ...tables.missing.subarray(item * reasons, (item + 1) * reasons),
  ]);
}
