import { DomainError } from '../errors.ts';
import type { Table } from './table.ts';

/**
 * The numbers of one column.
 *
 * x_r, r = 1 … n, as stored; no arithmetic.
 *
 * @param table named columns.
 * @param name the column's name.
 * @returns n numbers, missing is NaN; the table's own array, not to be written to.
 * @remarks Missing data: kept as NaN. No rows: an empty array.
 * @throws DomainError 'unknown-column', 'not-numeric'.
 * @see Wickham, H. (2014). Tidy data. J Stat Softw 59(10). https://doi.org/10.18637/jss.v059.i10.
 */
export function numberColumn(table: Table, name: string): Float64Array {
  const column = table.columns.get(name);
  if (!column) throw new DomainError('unknown-column', { name });
  if (column.kind !== 'number') throw new DomainError('not-numeric', { name });
  return column.values;
}
