import { DomainError } from '../errors.ts';
import { groupColumn } from '../table/group-column.ts';
import type { Table } from '../table/table.ts';
import type { Ratings } from './ratings.ts';

export interface RatingSelection {
  /** One column per rater, two or more. */
  readonly raters: readonly string[];
  /** All categories, lowest first; default: those that occur, numbers ascending, words by code point. */
  readonly categories?: readonly (string | number)[] | undefined;
}

/**
 * Ratings from the columns of a table.
 *
 * No arithmetic. Categories nobody used belong in the list all the same: chance agreement and distances depend
 * on how many there are.
 *
 * @param table named columns, one per rater; rows units.
 * @param selection raters, categories.
 * @returns codes −1 … q − 1.
 * @remarks Missing data: −1. Nobody rated anything and no categories given: none.
 * @throws DomainError 'too-few-raters', 'duplicate-item', 'unknown-column', 'duplicate-level',
 *   'outside-categories' for a rating that is not among the categories.
 * @see Wickham, H. (2014). Tidy data. J Stat Softw 59(10). https://doi.org/10.18637/jss.v059.i10.
 */
export function readRatings(table: Table, { raters, categories }: RatingSelection): Ratings {
  if (raters.length < 2) throw new DomainError('too-few-raters');
  if (new Set(raters).size !== raters.length) throw new DomainError('duplicate-item');
  const occurring = [...new Set(raters.flatMap((name) => groupColumn(table, name).levels))];
  const isNumeric = (labels: readonly string[]) =>
    labels.length > 0 && labels.every((label) => label !== '' && !Number.isNaN(Number(label)));
  const sorted = isNumeric(occurring)
    ? occurring.sort((a, b) => Number(a) - Number(b))
    : occurring.sort((a, b) => (a < b ? -1 : 1));
  const labels = categories?.map(String) ?? sorted;
  const stray = sorted.find((label) => !labels.includes(label));
  if (stray !== undefined) throw new DomainError('outside-categories', { name: stray });
  const m = raters.length;
  const codes = new Int32Array(table.n * m);
  raters.forEach((name, rater) => {
    groupColumn(table, name, labels).index.forEach((code, unit) => {
      codes[unit * m + rater] = code;
    });
  });
  const values = isNumeric(labels) ? Float64Array.from(labels, Number) : undefined;
  return { raters, n: table.n, categories: labels, values, codes };
}
