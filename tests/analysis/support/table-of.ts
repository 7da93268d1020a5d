import type { Table } from '#analysis/table/table.ts';

/** Named columns of numbers as a table; missing is NaN. */
export function tableOf(columns: Readonly<Record<string, readonly number[]>>): Table {
  const entries = Object.entries(columns).map(([name, values]) => {
    return [name, { kind: 'number' as const, values: Float64Array.from(values) }] as const;
  });
  return { n: entries[0]?.[1].values.length ?? 0, columns: new Map(entries) };
}
