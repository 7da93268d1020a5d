import { DomainError } from '../errors.ts';
import { covariateColumns } from '../table/expression/covariate-columns.ts';
import { expressionColumn } from '../table/expression/expression-column.ts';
import { groupColumn } from '../table/group-column.ts';
import type { Table } from '../table/table.ts';
import { modelRows, type ModelRows } from './model-rows.ts';

export interface MultilevelOptions {
  /** A numeric column, or a formula. */
  readonly outcome: string;
  /** The clusters, such as hospitals. */
  readonly group: string;
  /** The clusters of the clusters, such as countries. */
  readonly higherGroup?: string | undefined;
  /** Columns or formulas: "age_10 = (age - 48)/10". */
  readonly covariates?: readonly string[] | undefined;
}

/**
 * The rows a multilevel model is about.
 *
 * Columns by name or formula, then `modelRows`.
 *
 * @param table named columns.
 * @param options outcome, groups, covariates.
 * @param outcome values to take instead of the column, such as a dichotomy.
 * @returns complete rows, sorted by clusters.
 * @remarks Missing data: incomplete rows are left out and counted.
 * @throws DomainError of `expressionColumn`, `covariateColumns`, `groupColumn`; 'same-column' when the
 *   outcome or a group stands twice.
 * @see Snijders, T. A. B., Bosker, R. J. (2012). Multilevel Analysis (2nd ed.), chapter 4.
 */
export function readModel(
  table: Table,
  { outcome, group, higherGroup, covariates = [] }: MultilevelOptions,
  values: Float64Array = expressionColumn(table, outcome),
): ModelRows {
  const roles = [
    outcome,
    group,
    ...(higherGroup === undefined ? [] : [higherGroup]),
    ...covariates,
  ];
  const twice = roles.find((name, place) => roles.indexOf(name) !== place);
  if (twice !== undefined) throw new DomainError('same-column', { name: twice });
  return modelRows({
    outcome: values,
    covariates: covariateColumns(table, covariates),
    group: groupColumn(table, group),
    higherGroup: higherGroup === undefined ? undefined : groupColumn(table, higherGroup),
  });
}
