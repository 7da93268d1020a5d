import { DomainError } from '../errors.ts';
import type { Table } from './table.ts';

/** Which level each row belongs to. */
export interface Grouping {
  readonly levels: readonly string[];
  /** One per row: index of the level, −1 where the group is missing or not among the levels. */
  readonly index: Int32Array;
}

function ordered(labels: ReadonlySet<string>, isNumeric: boolean): string[] {
  const list = [...labels];
  if (isNumeric) return list.sort((a, b) => Number(a) - Number(b));
  return list.sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
}

/**
 * A column read as a grouping of the rows.
 *
 * g_r = index of the row's label among the levels. Numbers become labels by their shortest decimal form.
 *
 * @param table named columns.
 * @param name the column's name.
 * @param levels labels that count, in the order wanted; default: those that occur, numbers ascending,
 *   words by code point.
 * @returns levels and n indexes in −1 … levels − 1.
 * @remarks Missing data, and labels not among the levels: −1.
 * @throws DomainError 'unknown-column', 'duplicate-level'.
 * @see Wickham, H. (2014). Tidy data. J Stat Softw 59(10). https://doi.org/10.18637/jss.v059.i10.
 */
export function groupColumn(table: Table, name: string, levels?: readonly string[]): Grouping {
  const column = table.columns.get(name);
  if (!column) throw new DomainError('unknown-column', { name });
  const labels =
    column.kind === 'text'
      ? column.values
      : Array.from(column.values, (value) => (Number.isNaN(value) ? null : String(value)));
  const present = new Set(labels.filter((label) => label !== null));
  const chosen = levels ?? ordered(present, column.kind === 'number');
  const indexOf = new Map(chosen.map((label, index) => [label, index]));
  if (indexOf.size !== chosen.length) throw new DomainError('duplicate-level', { name });
  const index = Int32Array.from(labels, (label) => {
    return label === null ? -1 : (indexOf.get(label) ?? -1);
  });
  return { levels: chosen, index };
}
