import { DomainError } from '../errors.ts';
import type { CaseSelection, ItemPairTables } from './item-pair-tables.ts';

/**
 * How many respondents chose each option of one item.
 *
 * n_i(a) = n_ii(a, a), the diagonal of the item's own table.
 *
 * @param tables item pair tables.
 * @param item index i.
 * @param cases 'pairwise': all who answered the item; 'listwise': complete cases.
 * @returns counts in the order of the item's codes.
 * @remarks Missing data: not counted. Nobody answered: zeros.
 * @throws DomainError 'item-index'.
 * @see Greenacre, M. (2017). Correspondence Analysis in Practice (3rd ed.), chapter 18.
 *   Reference values: R 4.2.2 `table`.
 */
export function categoryCounts(
  tables: ItemPairTables,
  item: number,
  cases: CaseSelection = 'pairwise',
): number[] {
  const { items, firstCategory } = tables;
  const specification = items[item];
  const first = firstCategory[item];
  const m = firstCategory[items.length];
  if (!specification || first === undefined || m === undefined) {
    throw new DomainError('item-index', { item });
  }
  const pairs = cases === 'listwise' ? tables.completePairs : tables.pairs;
  return specification.codes.map((_, option) => pairs[(first + option) * (m + 1)] ?? 0);
}
