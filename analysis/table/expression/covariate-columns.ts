import { DomainError } from '../../errors.ts';
import { groupColumn } from '../group-column.ts';
import type { Table } from '../table.ts';
import { evaluateExpression } from './evaluate-expression.ts';
import { parseExpression, type Expression } from './parse-expression.ts';

export interface NamedColumn {
  readonly name: string;
  readonly values: Float64Array;
}

/** Indicators of every level but the first, named by column and level. */
function indicators(table: Table, label: string, column: string): NamedColumn[] {
  const { levels, index } = groupColumn(table, column);
  return levels.slice(1).map((level, place) => ({
    name: `${label}${level}`,
    values: Float64Array.from(index, (g) => (g < 0 ? NaN : Number(g === place + 1))),
  }));
}

function readCovariate(table: Table, text: string): NamedColumn[] {
  if (table.columns.get(text)?.kind === 'number') {
    return [{ name: text, values: evaluateExpression(table, { kind: 'column', name: text }) }];
  }
  if (table.columns.has(text)) return indicators(table, text, text);
  const named = /^\s*([\p{L}_.][\p{L}\p{N}_.]*)\s*=(?!=)(.*)$/su.exec(text);
  const [label, formula] = named ? [named[1] ?? '', named[2] ?? ''] : [text.trim(), text];
  const expression: Expression = parseExpression(formula);
  if (expression.kind === 'column' && table.columns.get(expression.name)?.kind === 'text') {
    return indicators(table, label, expression.name);
  }
  return [{ name: label, values: evaluateExpression(table, expression) }];
}

/**
 * Covariates of a model as named columns: a column, or a new one by a formula.
 *
 * "age", "age_10 = (age - 48)/10", "old = age >= 60"; a text column becomes an indicator for each level but
 * the first (treatment coding).
 *
 * @param table named columns.
 * @param covariates in the order wanted.
 * @returns one column each, or several for a text column, named by column and level.
 * @remarks Missing data: NaN.
 * @throws DomainError 'unknown-column', 'not-numeric', 'expression', 'duplicate-covariate'.
 * @see Chambers, J. M., Hastie, T. J. (1992). Statistical Models in S, section 2.3 (treatment contrasts).
 */
export function covariateColumns(table: Table, covariates: readonly string[]): NamedColumn[] {
  const columns = covariates.flatMap((text) => readCovariate(table, text));
  const names = columns.map(({ name }) => name);
  const twice = names.find((name, place) => names.indexOf(name) !== place);
  if (twice !== undefined) throw new DomainError('duplicate-covariate', { name: twice });
  return columns;
}
