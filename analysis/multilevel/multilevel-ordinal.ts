import type { Table } from '../table/table.ts';
import { mixedLogitReport, type MixedLogitReport } from './mixed-logit-report.ts';
import { readModel, type MultilevelOptions } from './read-model.ts';

export interface MultilevelLogitOptions extends MultilevelOptions {
  /** Nodes for one level of clusters: 1 is Laplace's approximation; default 11. */
  readonly quadraturePoints?: number | undefined;
  readonly level?: number | undefined;
}

export interface MultilevelOrdinalReport extends MixedLogitReport {
  /** The values of the outcome, ascending. */
  readonly categories: readonly string[];
}

/**
 * A rating explained across hospitals, or hospitals in countries: the cumulative logit model with random
 * intercepts.
 *
 * logit P(Y ≤ j) = θ_j − (xβ + v_c + u_h).
 *
 * @param table named columns.
 * @param options outcome with few ordered values, group, higherGroup, covariates; nested groups are always
 *   fitted by Laplace's approximation.
 * @returns see `mixedLogitReport`.
 * @remarks Missing data: complete rows. Values that nobody chose are not categories.
 * @throws DomainError of `readModel`.
 * @see McCullagh, P. (1980). https://doi.org/10.1111/j.2517-6161.1980.tb01109.x; Hedeker, D., Gibbons, R. D.
 *   (1994). https://doi.org/10.2307/2533433. Reference values: ordinal 2022.11.16 `clmm`.
 */
export function multilevelOrdinal(
  table: Table,
  options: MultilevelLogitOptions,
): MultilevelOrdinalReport {
  const rows = readModel(table, options);
  const values = [...new Set(rows.outcome)].sort((a, b) => a - b);
  const place = new Map(values.map((value, index) => [value, index]));
  const names = values.map(String);
  const category = Int32Array.from(rows.outcome, (value) => place.get(value) ?? 0);
  const { higherGroup, quadraturePoints = 11, level } = options;
  const settings = { isNested: higherGroup !== undefined, quadraturePoints, level };
  return { categories: names, ...mixedLogitReport(rows, { category, names }, settings) };
}
