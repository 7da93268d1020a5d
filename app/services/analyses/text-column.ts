import { DomainError } from '#analysis/errors.ts';
import type { Table } from '#analysis/table/table.ts';

/** A column as texts; a missing cell is an empty text. */
export function textColumn(table: Table, name: string): string[] {
  const column = table.columns.get(name);
  if (!column) throw new DomainError('unknown-column', { name });
  if (column.kind === 'text') return column.values.map((value) => value ?? '');
  return Array.from(column.values, (value) => (Number.isNaN(value) ? '' : String(value)));
}
