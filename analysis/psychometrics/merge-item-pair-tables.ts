import { ShapeError } from '../errors.ts';
import type { ItemPairTables } from './item-pair-tables.ts';

function sum(a: Float64Array, b: Float64Array): Float64Array {
  return a.map((value, index) => value + (b[index] ?? 0));
}

function isSameNumbers(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((value, index) => value === b[index]);
}

/**
 * The tables of two disjoint sets of respondents, as if built from both together.
 *
 * Every field is a sum over respondents: T(A ∪ B) = T(A) + T(B).
 *
 * @param a, b tables of the same items: same codes, same scores, same order.
 * @returns new tables; the arguments are left alone.
 * @remarks Missing data: reasons add up. Tables of no rows are neutral.
 * @throws ShapeError 'different-items' when items, codes or scores differ.
 * @see Chan, T. F., Golub, G. H., LeVeque, R. J. (1983). Algorithms for computing the sample
 *   variance. The American Statistician 37, 242–247. https://doi.org/10.1080/00031305.1983.10483115
 *   (sums over parts; counts make the merge exact). Checked against the concatenated data.
 */
export function mergeItemPairTables(a: ItemPairTables, b: ItemPairTables): ItemPairTables {
  const isSame =
    a.items.length === b.items.length &&
    a.items.every((item, index) => {
      const other = b.items[index];
      return (
        other !== undefined &&
        isSameNumbers(item.codes, other.codes) &&
        isSameNumbers(item.scores, other.scores)
      );
    });
  if (!isSame) throw new ShapeError('different-items', { a: a.items.length, b: b.items.length });
  return {
    items: a.items,
    firstCategory: a.firstCategory,
    n: a.n + b.n,
    completeCases: a.completeCases + b.completeCases,
    missing: sum(a.missing, b.missing),
    pairs: sum(a.pairs, b.pairs),
    completePairs: sum(a.completePairs, b.completePairs),
  };
}
