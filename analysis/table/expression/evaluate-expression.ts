import { DomainError } from '../../errors.ts';
import { numberColumn } from '../number-column.ts';
import type { Table } from '../table.ts';
import type { Expression } from './parse-expression.ts';

type Operator = Extract<Expression, { kind: 'binary' }>['operator'];

function apply(operator: Operator, x: number, y: number): number {
  if (Number.isNaN(x) || Number.isNaN(y)) return NaN;
  switch (operator) {
    case '+':
      return x + y;
    case '-':
      return x - y;
    case '*':
      return x * y;
    case '/':
      return x / y;
    case '^':
      return x ** y;
    case '>=':
      return Number(x >= y);
    case '<=':
      return Number(x <= y);
    case '>':
      return Number(x > y);
    case '<':
      return Number(x < y);
    case '=':
      return Number(x === y);
    case '!=':
      return Number(x !== y);
  }
}

/** `arm = elearn`: words of a text column beside a word. */
function compareWords(table: Table, expression: Expression): Float64Array | undefined {
  if (expression.kind !== 'binary' || expression.left.kind !== 'column') return undefined;
  const column = table.columns.get(expression.left.name);
  if (column?.kind !== 'text') return undefined;
  const { operator, right } = expression;
  const isEquality = operator === '=' || operator === '!=';
  if (!isEquality || (right.kind !== 'column' && right.kind !== 'number')) {
    throw new DomainError('not-numeric', { name: expression.left.name });
  }
  const word = right.kind === 'column' ? right.name : String(right.value);
  return Float64Array.from(column.values, (value) => {
    return value === null ? NaN : Number((value === word) === (operator === '='));
  });
}

/**
 * A formula over the columns of a table, row by row.
 *
 * Arithmetic as in school; a comparison is 1 or 0.
 *
 * @param table named columns.
 * @param expression as `parseExpression` reads it.
 * @returns n numbers, missing is NaN.
 * @remarks Missing data: a row with a missing part is missing; so is what is not a finite number (x / 0).
 *   A text column may be compared with a word by = or ≠.
 * @throws DomainError 'unknown-column', 'not-numeric'.
 * @see IEEE Std 754-2019, https://doi.org/10.1109/IEEESTD.2019.8766229.
 */
export function evaluateExpression(table: Table, expression: Expression): Float64Array {
  switch (expression.kind) {
    case 'number':
      return new Float64Array(table.n).fill(expression.value);
    case 'column':
      return numberColumn(table, expression.name);
    case 'negative':
      return evaluateExpression(table, expression.of).map((x) => -x);
    case 'binary': {
      const words = compareWords(table, expression);
      if (words) return words;
      const left = evaluateExpression(table, expression.left);
      const right = evaluateExpression(table, expression.right);
      return left.map((x, row) => {
        const value = apply(expression.operator, x, right[row] ?? NaN);
        return Number.isFinite(value) ? value : NaN;
      });
    }
  }
}
