import { DomainError } from '../errors.ts';
import type { NotEstimable } from '../estimate.ts';
import type { Table } from '../table/table.ts';
import { brantTest, type BrantTest } from './brant-test.ts';
import { interceptOfThreshold } from './intercept-of-threshold.ts';
import { linearRegression, type LinearRegression } from './linear-regression.ts';
import { orderedLogit, type OrderedLogit } from './ordered-logit.ts';
import { regressionRows, type RegressionOptions } from './regression-rows.ts';

export const regressionModels = ['linear', 'logistic', 'proportional-odds'] as const;

export type RegressionModel = (typeof regressionModels)[number];

interface Rows {
  readonly n: number;
  readonly missing: 'listwise';
  readonly incomplete: number;
}

export type RegressionReport =
  | (Rows & { readonly model: 'linear'; readonly result: LinearRegression | NotEstimable })
  | (Rows & {
      readonly model: 'logistic';
      /** The intercept is the first coefficient; an event is the higher of the two values. */
      readonly result: Omit<OrderedLogit, 'thresholds'> | NotEstimable;
    })
  | (Rows & {
      readonly model: 'proportional-odds';
      readonly result: OrderedLogit | NotEstimable;
      readonly brantTest: BrantTest;
    });

/**
 * A regression of an outcome on predictors: linear, logistic, or ordered (proportional odds).
 *
 * See `linearRegression`, `orderedLogit`, `brantTest`.
 *
 * @param table named columns.
 * @param options outcome, predictors, confidence level; the model, default: logistic for an outcome of 0 and 1,
 *   linear for any other.
 * @returns which model was fitted, and its result or the reason there is none.
 * @remarks Missing data: listwise; rows left out are counted.
 * @throws DomainError of the columns; 'not-binary' when a logistic regression is asked of more than two values.
 * @see the parts. Reference values: R 4.2.2 `lm`, `glm`, MASS 7.3.58.2 `polr`.
 */
export function reportRegression(
  table: Table,
  options: RegressionOptions & { readonly model?: RegressionModel | undefined },
): RegressionReport {
  const { level = 0.95 } = options;
  const rows = regressionRows(table, options);
  const isBinary = rows.n > 0 && rows.outcome.every((value) => value === 0 || value === 1);
  const model = options.model ?? (isBinary ? 'logistic' : 'linear');
  const shared = { n: rows.n, missing: 'listwise' as const, incomplete: rows.incomplete };
  if (model === 'linear') return { model, ...shared, result: linearRegression(rows, level) };
  const fit = orderedLogit(rows, level);
  if (model === 'proportional-odds') {
    return { model, ...shared, result: fit, brantTest: brantTest(rows) };
  }
  const values = new Set(rows.outcome).size;
  if (values > 2) throw new DomainError('not-binary', { values });
  if (!fit.ok) return { model, ...shared, result: fit };
  const { thresholds, ...estimates } = fit;
  const coefficients = [...thresholds.map(interceptOfThreshold), ...fit.coefficients];
  return { model, ...shared, result: { ...estimates, coefficients } };
}
