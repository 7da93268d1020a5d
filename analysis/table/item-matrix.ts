import { DomainError } from '../errors.ts';
import { numberColumn } from './number-column.ts';
import type { Table } from './table.ts';

/** Scores of n respondents on k items. */
export interface ItemMatrix {
  readonly names: readonly string[];
  readonly n: number;
  /** n × k, row-major; rows respondents, columns items; missing is NaN. */
  readonly values: Float64Array;
}

export interface ItemSelection {
  readonly items: readonly string[];
  /** Items to reverse-key. */
  readonly reverse?: readonly string[] | undefined;
  /** Lowest and highest possible answer; default: lowest and highest that occur in the reversed item. */
  readonly minCategory?: number | undefined;
  readonly maxCategory?: number | undefined;
}

function answeredRange(column: Float64Array): [number, number] {
  let [low, high] = [Infinity, -Infinity];
  for (const value of column) {
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return [low, high];
}

/**
 * The answers to some items as one matrix, reverse-keyed items turned.
 *
 * x' = minimum + maximum − x for reverse-keyed items.
 *
 * @param table named columns.
 * @param selection items in the order wanted, which of them are reverse-keyed, and the answer range.
 * @returns n × k, row-major, missing is NaN.
 * @remarks Missing data: kept as NaN. An item without answers stays without.
 * @throws DomainError 'no-items', 'duplicate-item', 'unknown-column', 'not-numeric', 'reverse-not-an-item',
 *   'outside-categories' when an answer lies outside the given range.
 * @see Likert, R. (1932). A technique for the measurement of attitudes. Archives of Psychology 140.
 */
export function itemMatrix(table: Table, selection: ItemSelection): ItemMatrix {
  const { items, reverse = [], minCategory, maxCategory } = selection;
  if (items.length === 0) throw new DomainError('no-items');
  if (new Set(items).size !== items.length) throw new DomainError('duplicate-item');
  const stray = reverse.find((name) => !items.includes(name));
  if (stray !== undefined) throw new DomainError('reverse-not-an-item', { name: stray });
  const k = items.length;
  const values = new Float64Array(table.n * k);
  items.forEach((name, item) => {
    const column = numberColumn(table, name);
    const [lowest, highest] = answeredRange(column);
    const low = minCategory ?? lowest;
    const high = maxCategory ?? highest;
    if (lowest < low || highest > high) throw new DomainError('outside-categories', { name });
    const isReversed = reverse.includes(name);
    column.forEach((value, row) => {
      values[row * k + item] = isReversed ? low + high - value : value;
    });
  });
  return { names: items, n: table.n, values };
}
