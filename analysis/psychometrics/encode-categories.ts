import { DomainError, ShapeError } from '../errors.ts';
import { translateCodes } from '../numeric/translate-codes.ts';
import type { ItemSpecification } from './item-pair-tables.ts';
import { missingReasons } from './missing-reasons.ts';

const notLegal = -32768;

const lowest = -missingReasons.length;

function lookUpTable({ codes, scores }: ItemSpecification, item: number, first: number) {
  if (scores.length !== codes.length) throw new ShapeError('scores-per-code', { item });
  if (!scores.every((score) => Number.isFinite(score))) throw new DomainError('score', { item });
  const legal = codes.every((code) => Number.isInteger(code) && code >= 0 && code <= 32767);
  if (!legal || codes.length === 0 || new Set(codes).size < codes.length) {
    throw new DomainError('item-codes', { item });
  }
  const category = new Int16Array(Math.max(...codes) - lowest + 1).fill(notLegal);
  missingReasons.forEach((_, reason) => (category[-1 - reason - lowest] = -1 - reason));
  codes.forEach((code, option) => (category[code - lowest] = first + option));
  return category;
}

/**
 * Replaces codes by category numbers, refusing every code that is neither an option nor a missing
 * reason.
 *
 * Category c of item i becomes Σ_{j<i} C_j + c, C_j the number of options of item j; negative codes
 * stay.
 *
 * @param codes n × width, row-major; rows respondents; ≥ 0 an option's code, −1 … −5 missing.
 * @param items one specification per selected column.
 * @param columns the selected columns of `codes`, as many as items.
 * @param width number of columns of `codes`.
 * @returns n × k category numbers, row-major, and the k + 1 offsets.
 * @remarks Missing data: kept by reason. No rows give an empty array.
 * @throws ShapeError 'codes-length', 'columns', 'scores-per-code'; DomainError 'item-codes',
 *   'score', 'too-many-categories', 'illegal-code' (with row and item).
 * @see This project's coding of missing reasons, see the room's README. No reference program.
 */
export function encodeCategories(
  codes: Int16Array,
  items: readonly ItemSpecification[],
  columns: readonly number[],
  width: number,
): { categories: Int16Array; firstCategory: Int32Array } {
  const k = items.length;
  const isColumn = (column: number) => Number.isInteger(column) && column >= 0 && column < width;
  if (columns.length !== k || !columns.every(isColumn))
    throw new ShapeError('columns', { k, width });
  if (width < 1 || codes.length % width !== 0) {
    throw new ShapeError('codes-length', { length: codes.length, width });
  }
  const firstCategory = new Int32Array(k + 1);
  items.forEach((item, i) => (firstCategory[i + 1] = (firstCategory[i] ?? 0) + item.codes.length));
  if ((firstCategory[k] ?? 0) > 32767) throw new DomainError('too-many-categories', { k });

  const looks = items.map((item, i) => lookUpTable(item, i, firstCategory[i] ?? 0));
  const starts = new Int32Array(k + 1);
  looks.forEach((look, i) => (starts[i + 1] = (starts[i] ?? 0) + look.length));
  const values = new Int16Array(starts[k] ?? 0);
  looks.forEach((look, i) => values.set(look, starts[i]));
  const categories = new Int16Array((codes.length / width) * k);
  const tables = { values, starts, lowest, unknown: notLegal };
  const illegal = translateCodes(codes, width, Int32Array.from(columns), tables, categories);
  if (illegal >= 0) {
    const item = illegal % k;
    throw new DomainError('illegal-code', { row: (illegal - item) / k, item });
  }
  return { categories, firstCategory };
}
