import { DomainError } from '../errors.ts';
import { buildItemPairTables } from '../psychometrics/build-item-pair-tables.ts';
import type { ItemPairTables } from '../psychometrics/item-pair-tables.ts';
import type { ItemMatrix } from '../table/item-matrix.ts';

const mostCategories = 100;

/**
 * Item pair tables of a researcher's item matrix: the values that occur are the categories.
 *
 * @param matrix n × k, missing is NaN.
 * @returns tables with one category per value, ascending, scored by the value.
 * @remarks Missing data: counted as skipped. An item without answers has one empty category.
 * @throws DomainError 'too-many-categories' when an item has more than a hundred values.
 * @see Greenacre, M. (2017). Correspondence Analysis in Practice (3rd ed.), chapter 18. Reference values:
 *   R 4.2.2 `table`.
 */
export function pairTablesOfMatrix(matrix: ItemMatrix): ItemPairTables {
  const { names, n, values } = matrix;
  const k = names.length;
  const codes = new Int16Array(n * k);
  const items = names.map((name, item) => {
    const seen = new Set<number>();
    for (let cell = item; cell < values.length; cell += k) {
      const value = values[cell] ?? NaN;
      if (!Number.isNaN(value)) seen.add(value);
    }
    if (seen.size > mostCategories) throw new DomainError('too-many-categories', { name });
    const scores = seen.size > 0 ? [...seen].sort((a, b) => a - b) : [0];
    const codeOf = new Map(scores.map((score, code) => [score, code]));
    for (let cell = item; cell < values.length; cell += k) {
      codes[cell] = codeOf.get(values[cell] ?? NaN) ?? -2;
    }
    return { codes: scores.map((_, code) => code), scores };
  });
  return buildItemPairTables({ codes, items });
}
