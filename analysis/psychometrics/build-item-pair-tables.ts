import { countCategoryPairs } from '../numeric/count-category-pairs.ts';
import { encodeCategories } from './encode-categories.ts';
import type { ItemPairTables, ItemSpecification } from './item-pair-tables.ts';

export interface BuildItemPairTablesInput {
  /** n × width, row-major; rows respondents; ≥ 0 an option's code, −1 … −5 missing by reason. */
  readonly codes: Int16Array;
  readonly items: readonly ItemSpecification[];
  /** The columns that hold the items. Default: 0 … k − 1. */
  readonly columns?: readonly number[];
  /** Number of columns of `codes`. Default: k. */
  readonly width?: number;
}

/**
 * Reduces answers to item pair tables: category counts, missing reasons, and the contingency table
 * of every pair of items, pairwise and over complete cases.
 *
 * n_ij(a, b) = Σ_r 1{x_ri = a} 1{x_rj = b}, over all r who answered i and j, and over all r who
 * answered every item.
 *
 * @param input codes and the items they belong to.
 * @returns sums that merge by addition; see `ItemPairTables` for shapes.
 * @remarks Missing data: counted by reason; "complete" refers to the given items only, so a scale's
 *   listwise n needs the tables of that scale. No rows give tables of zeros.
 * @throws as `encodeCategories`: ShapeError, DomainError.
 * @see Greenacre, M. (2017). Correspondence Analysis in Practice (3rd ed.), chapter 18. Covariances
 *   made of the tables are compared with R 4.2.2 `cov(use = "complete" | "pairwise")`.
 */
export function buildItemPairTables(input: BuildItemPairTablesInput): ItemPairTables {
  const { codes, items } = input;
  const k = items.length;
  const columns = input.columns ?? [...items.keys()];
  const { categories, firstCategory } = encodeCategories(codes, items, columns, input.width ?? k);
  const m = firstCategory[k] ?? 0;
  const completePairs = new Float64Array(m * m);
  const pairs = new Float64Array(m * m);
  const missing = new Float64Array(k * 5);
  const completeCases = countCategoryPairs(categories, firstCategory, {
    complete: completePairs,
    incomplete: pairs,
    missing,
  });
  completePairs.forEach((count, cell) => (pairs[cell] = (pairs[cell] ?? 0) + count));
  const n = k === 0 ? 0 : categories.length / k;
  return { items, firstCategory, n, completeCases, missing, pairs, completePairs };
}
