import { DomainError } from '../errors.ts';
import { codeValues } from '../numeric/code-values.ts';
import { buildItemPairTables } from '../psychometrics/build-item-pair-tables.ts';
import type { ItemPairTables } from '../psychometrics/item-pair-tables.ts';
import type { ItemMatrix } from '../table/item-matrix.ts';

const mostCategories = 100;
// The code of the missing reason 'skipped'.
const SKIPPED = -2;

/**
 * Item pair tables of a researcher's item matrix: the values that occur are the categories.
 *
 * @param matrix n × k, missing is NaN.
 * @returns tables with one category per value, ascending, scored by the value.
 * @remarks Missing data: counted as skipped. An item without answers has one empty category. No items: no
 *   tables.
 * @throws DomainError 'too-many-categories' when an item has more than a hundred values.
 * @see Greenacre, M. (2017). Correspondence Analysis in Practice (3rd ed.), chapter 18. Reference values:
 *   R 4.2.2 `table`.
 */
export function pairTablesOfMatrix(matrix: ItemMatrix): ItemPairTables {
  const { names, n, values } = matrix;
  const k = names.length;
  const codes = new Int16Array(n * k);
  const items = names.map((name, item) => {
    const found = codeValues(values, item, k, SKIPPED, codes);
    if (found.length > mostCategories) throw new DomainError('too-many-categories', { name });
    const scores = found.length > 0 ? found : [0];
    return { codes: scores.map((_, code) => code), scores };
  });
  return buildItemPairTables({ codes, items, width: Math.max(1, k) });
}
