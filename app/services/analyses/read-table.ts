import { parse } from 'csv-parse/sync';
import { DomainError, ShapeError } from '#analysis/errors.ts';
import type { NumberColumn, Table, TextColumn } from '#analysis/table/table.ts';

const missing = new Set(['', 'NA']);

function columnOf(cells: readonly string[]): NumberColumn | TextColumn {
  const numbers = Float64Array.from(cells, (cell) => (missing.has(cell) ? NaN : Number(cell)));
  const isNumeric = cells.every((cell, row) => missing.has(cell) || Number.isFinite(numbers[row]));
  if (isNumeric) return { kind: 'number', values: numbers };
  return { kind: 'text', values: cells.map((cell) => (missing.has(cell) ? null : cell)) };
}

/**
 * A CSV file with a header as named columns. A column is numeric when each of its cells is a finite number, blank
 * or NA; blank and NA are missing.
 *
 * @throws csv-parse's error, which names the line, when rows differ in length or a quote is not closed; ShapeError
 *   'empty-table' where there are no rows; DomainError 'duplicate-column' where two have one name.
 */
export function readTable(csv: string): Table {
  const rows: string[][] = parse(csv, { bom: true, trim: true, skip_empty_lines: true });
  const [header = [], ...body] = rows;
  if (body.length === 0) throw new ShapeError('empty-table', { rows: 0 });
  const columns = header.map((name, index) => {
    if (name !== '' && header.indexOf(name) < index) {
      throw new DomainError('duplicate-column', { name });
    }
    return [name, columnOf(body.map((row) => row[index] ?? ''))] as const;
  });
  return { n: body.length, columns: new Map(columns) };
}
