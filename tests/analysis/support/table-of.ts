import type { NumberColumn, Table, TextColumn } from '#analysis/table/table.ts';

/** Literal columns as a table: missing is NaN in a column of numbers, '' in a column of words. */
export function tableOf(columns: Readonly<Record<string, readonly (number | string)[]>>): Table {
  const entries = Object.entries(columns).map(([name, cells]) => {
    const isText = cells.some((cell) => typeof cell === 'string');
    const column: NumberColumn | TextColumn = isText
      ? { kind: 'text', values: cells.map((cell) => (cell === '' ? null : String(cell))) }
      : { kind: 'number', values: Float64Array.from(cells, Number) };
    return [name, column] as const;
  });
  return { n: entries[0]?.[1].values.length ?? 0, columns: new Map(entries) };
}
