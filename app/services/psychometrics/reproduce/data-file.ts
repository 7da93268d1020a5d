import { stringify } from 'csv-stringify/sync';
import type { Table } from '#analysis/table/table.ts';
import { mentionedColumns } from '../mentioned-columns.ts';
import { modelNames } from '../model-names.ts';
import type { Step } from '../steps.ts';

/**
 * By column of the table, its name in the file, for those that some step names, alone or in a model text.
 * Items go by the names that model texts call them.
 */
export function usedColumns(
  { columns }: Pick<Table, 'columns'>,
  steps: readonly Step[],
  itemIds: readonly string[],
): ReadonlyMap<string, string> {
  const mentioned = mentionedColumns(columns.keys(), steps);
  const items = modelNames(itemIds);
  const calledSo = new Set([...items.keys(), ...items.values()]);
  const others = [...columns.keys()].filter((name) => !calledSo.has(name));
  const isUsed = ([name, renamed]: [string, string]) =>
    mentioned.has(name) || mentioned.has(renamed);
  return new Map([...items, ...modelNames(others)].filter(isUsed));
}

function cellOf(value: number | string | null | undefined): number | string {
  return value === null || value === undefined || Number.isNaN(value) ? 'NA' : value;
}

/**
 * The columns that were analysed, a row for each answer. Rows are sorted by what they hold: their order
 * says nothing of who came when.
 */
export function dataFile(table: Table, names: ReadonlyMap<string, string>): string {
  const columns = [...names.keys()].map((name) => table.columns.get(name)?.values);
  const rows = Array.from({ length: table.n }, (_, row) =>
    columns.map((values) => cellOf(values?.[row])),
  );
  const keyed = rows.map((row) => ({ row, key: row.join('\u0000') }));
  keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
  return stringify([[...names.values()], ...keyed.map(({ row }) => row)]);
}
