import { stringify } from 'csv-stringify/sync';
import type { Table } from '#analysis/table/table.ts';
import type { Step } from '../steps.ts';
import { rName } from './r-literals.ts';

/** Columns that some step names, alone or in a model text. */
export function usedColumns({ columns }: Pick<Table, 'columns'>, steps: readonly Step[]): string[] {
  const mentioned = JSON.stringify(steps.map(({ options }) => options));
  return [...columns.keys()].filter((name) => mentioned.includes(name));
}

function cellOf(value: number | string | null | undefined): number | string {
  return value === null || value === undefined || Number.isNaN(value) ? 'NA' : value;
}

/**
 * The columns that were analysed, a row for each answer. Rows are sorted by what they hold: their order
 * says nothing of who came when.
 */
export function dataFile(table: Table, names: readonly string[]): string {
  const rows = Array.from({ length: table.n }, (_, row) =>
    names.map((name) => cellOf(table.columns.get(name)?.values[row])),
  );
  const keyed = rows.map((row) => ({ row, key: row.join('\u0000') }));
  keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
  return stringify([names.map(rName), ...keyed.map(({ row }) => row)]);
}
