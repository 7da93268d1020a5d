import { expressionColumn } from './expression/expression-column.ts';
import type { NumberColumn, Table, TextColumn } from './table.ts';

/** Words may hold signs that a formula would read as operators: `arm = e-learning`. */
function matchWords(table: Table, condition: string): readonly boolean[] | undefined {
  const [, name = '', sign, word = ''] = /^(.+?)\s*(==?|!=)\s*(.+)$/.exec(condition) ?? [];
  const column = table.columns.get(name);
  if (column?.kind !== 'text') return undefined;
  const wanted = word.replace(/^(["'])(.*)\1$/, '$2');
  return column.values.map((value) => {
    return value !== null && (value === wanted) === (sign !== '!=');
  });
}

function take(column: NumberColumn | TextColumn, rows: readonly number[]) {
  if (column.kind === 'text') {
    return { kind: column.kind, values: rows.map((row) => column.values[row] ?? null) };
  }
  return { kind: column.kind, values: Float64Array.from(rows, (row) => column.values[row] ?? NaN) };
}

/**
 * The rows of a table that meet a condition.
 *
 * "arm = elearn", "age >= 60", several joined by `&`; "all" or nothing: every row.
 *
 * @param table named columns.
 * @param condition a formula that is not 0 where the row stays.
 * @returns the same columns, rows in their order.
 * @remarks Missing data: a row in which the condition is missing goes.
 * @throws DomainError 'unknown-column', 'not-numeric', 'expression'.
 * @see `parseExpression`.
 */
export function selectRows(table: Table, condition = 'all'): Table {
  if (condition.trim() === 'all') return table;
  const kept = condition
    .split('&')
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => matchWords(table, part) ?? Array.from(expressionColumn(table, part), isTrue));
  const rows = Array.from({ length: table.n }, (_, row) => row).filter((row) => {
    return kept.every((meets) => meets[row]);
  });
  const columns = [...table.columns].map(([name, column]) => [name, take(column, rows)] as const);
  return { n: rows.length, columns: new Map(columns) };
}

const isTrue = (value: number) => !Number.isNaN(value) && value !== 0;
