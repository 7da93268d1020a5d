import { DomainError } from '../errors.ts';
import { covariateColumns } from '../table/expression/covariate-columns.ts';
import { expressionColumn } from '../table/expression/expression-column.ts';
import type { Table } from '../table/table.ts';

export interface RegressionOptions {
  /** A numeric column, or a formula. */
  readonly outcome: string;
  /** Columns or formulas: "age_10 = (age - 48)/10"; words become indicators. */
  readonly predictors: readonly string[];
  readonly level?: number | undefined;
}

/** Complete rows, predictors brought to mean 0 and SD 1 for the arithmetic. */
export interface RegressionRows {
  readonly n: number;
  /** Rows with something missing. */
  readonly incomplete: number;
  readonly outcome: Float64Array;
  readonly names: readonly string[];
  readonly means: Float64Array;
  /** SDs (n − 1); 0 for a predictor that does not vary. */
  readonly sds: Float64Array;
  /** n × p, row-major, standardised. */
  readonly design: Float64Array;
}

/**
 * The rows of a regression.
 *
 * z_rs = (x_rs − x̄_s)/s_s, over the rows where outcome and every predictor are known.
 *
 * @param table named columns.
 * @param options outcome and predictors.
 * @returns complete rows in their order.
 * @remarks Missing data: listwise. A predictor without variance: SD 0, a column of zeros.
 * @throws DomainError of the columns; 'same-column' when the outcome is also a predictor.
 * @see Chambers, J. M., Hastie, T. J. (1992). Statistical Models in S, chapter 2.
 */
export function regressionRows(
  table: Table,
  { outcome, predictors }: Pick<RegressionOptions, 'outcome' | 'predictors'>,
): RegressionRows {
  if (predictors.includes(outcome)) throw new DomainError('same-column', { name: outcome });
  const y = expressionColumn(table, outcome);
  const columns = covariateColumns(table, predictors);
  const kept = [...y.keys()].filter((row) => {
    return Number.isFinite(y[row]) && columns.every(({ values }) => Number.isFinite(values[row]));
  });
  const n = kept.length;
  const p = columns.length;
  const design = new Float64Array(n * p);
  const [means, sds] = [new Float64Array(p), new Float64Array(p)];
  columns.forEach(({ values }, s) => {
    const mean = kept.reduce((sum, row) => sum + (values[row] ?? NaN), 0) / n;
    const squares = kept.reduce((sum, row) => sum + ((values[row] ?? NaN) - mean) ** 2, 0);
    const varies = kept.some((row) => values[row] !== values[kept[0] ?? 0]);
    const sd = varies ? Math.sqrt(squares / (n - 1)) : 0;
    means[s] = mean;
    sds[s] = sd;
    kept.forEach((row, place) => {
      design[place * p + s] = sd > 0 ? ((values[row] ?? NaN) - mean) / sd : 0;
    });
  });
  return {
    ...{ n, incomplete: table.n - n, names: columns.map(({ name }) => name) },
    ...{ outcome: Float64Array.from(kept, (row) => y[row] ?? NaN), means, sds, design },
  };
}
