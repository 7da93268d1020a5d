import { DomainError } from '../errors.ts';
import type { NotEstimable } from '../estimate.ts';
import { interceptOfThreshold } from '../regression/intercept-of-threshold.ts';
import { expressionColumn } from '../table/expression/expression-column.ts';
import type { Table } from '../table/table.ts';
import {
  mixedLogitReport,
  type MixedLogitEstimates,
  type MixedLogitReport,
} from './mixed-logit-report.ts';
import type { MultilevelLogitOptions } from './multilevel-ordinal.ts';
import { readModel } from './read-model.ts';

export interface MultilevelBinaryOptions extends MultilevelLogitOptions {
  /** What counts as an event: "attitude >= 4"; default: the outcome is 1 (of 0 and 1). */
  readonly binary?: string | undefined;
}

export interface MultilevelBinaryReport extends Omit<MixedLogitReport, 'model'> {
  readonly events: number;
  readonly model: Omit<MixedLogitEstimates, 'thresholds'> | NotEstimable;
}

/**
 * A dichotomy explained across hospitals, or hospitals in countries: logistic regression with random
 * intercepts.
 *
 * logit P(Y = 1) = β₀ + xβ + v_c + u_h.
 *
 * @param table named columns.
 * @param options as for `multilevelOrdinal`, and what counts as an event.
 * @returns see `mixedLogitReport`; the intercept is the first coefficient.
 * @remarks Missing data: complete rows. Only events, or none: 'zero-variance'.
 * @throws DomainError of `readModel`; 'not-binary' for an outcome with other values than 0 and 1.
 * @see Larsen, K., Merlo, J. (2005). https://doi.org/10.1093/aje/kwi017. Reference values: lme4 1.1.31 `glmer`.
 */
export function multilevelBinary(
  table: Table,
  options: MultilevelBinaryOptions,
): MultilevelBinaryReport {
  const { outcome, binary, higherGroup, quadraturePoints = 11, level } = options;
  const rows = readModel(table, options, expressionColumn(table, binary ?? outcome));
  const other = rows.outcome.find((value) => value !== 0 && value !== 1);
  if (other !== undefined) throw new DomainError('not-binary', { value: other });
  const category = Int32Array.from(rows.outcome);
  const events = category.reduce((sum, event) => sum + event, 0);
  const settings = { isNested: higherGroup !== undefined, quadraturePoints, level };
  const isMixed = events > 0 && events < rows.n;
  const names = isMixed ? ['0', '1'] : ['0'];
  const { model, ...rest } = mixedLogitReport(rows, { category, names }, settings);
  if (!model.ok) return { ...rest, events, model };
  const { thresholds, ...estimates } = model;
  const coefficients = [...thresholds.map(interceptOfThreshold), ...model.coefficients];
  return { ...rest, events, model: { ...estimates, coefficients } };
}
