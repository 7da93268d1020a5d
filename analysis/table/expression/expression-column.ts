import { numberColumn } from '../number-column.ts';
import type { Table } from '../table.ts';
import { evaluateExpression } from './evaluate-expression.ts';
import { parseExpression } from './parse-expression.ts';

/**
 * A numeric column, by its name or by a formula.
 *
 * "attitude", "attitude >= 4" (1 or 0), "(pre + post)/2".
 *
 * @param table named columns.
 * @param text a column's name, whatever signs it has, or else a formula.
 * @returns n numbers, missing is NaN.
 * @remarks Missing data: NaN.
 * @throws DomainError 'unknown-column', 'not-numeric', 'expression'.
 * @see `parseExpression`.
 */
export function expressionColumn(table: Table, text: string): Float64Array {
  if (table.columns.has(text)) return numberColumn(table, text);
  return evaluateExpression(table, parseExpression(text));
}
