import { DomainError } from '../../errors.ts';
import { numberColumn } from '../../table/number-column.ts';
import type { Table } from '../../table/table.ts';

export interface Predictions {
  readonly n: number;
  /** Rows without an outcome or a score. */
  readonly missing: number;
  readonly outcomes: Float64Array;
  /** In the order of the names given. */
  readonly scores: readonly Float64Array[];
  /** Rows of the table they come from. */
  readonly rows: Int32Array;
}

/**
 * The rows of a table with an outcome of 0 or 1 and every score.
 *
 * Row r stays when y_r and all scores are there.
 *
 * @param table named columns.
 * @param outcome column of 0 and 1.
 * @param names columns of scores.
 * @returns outcomes and scores of complete rows.
 * @remarks Missing data: rows with any are left out and counted.
 * @throws DomainError of the columns; 'not-binary' for an outcome that is neither.
 * @see Little, R. J. A., Rubin, D. B. (2019). https://doi.org/10.1002/9781119482260, ch. 3.
 */
export function readPredictions(
  table: Table,
  outcome: string,
  names: readonly string[],
): Predictions {
  const y = numberColumn(table, outcome);
  const columns = names.map((name) => numberColumn(table, name));
  const rows = Int32Array.from(y.keys()).filter(
    (row) =>
      !Number.isNaN(y[row] ?? NaN) && columns.every((column) => !Number.isNaN(column[row] ?? NaN)),
  );
  const pick = (column: Float64Array) => Float64Array.from(rows, (row) => column[row] ?? NaN);
  const outcomes = pick(y);
  const other = outcomes.find((value) => value !== 0 && value !== 1);
  if (other !== undefined) {
    throw new DomainError('not-binary', { values: new Set(outcomes).size });
  }
  return {
    ...{ n: rows.length, missing: table.n - rows.length },
    ...{ outcomes, scores: columns.map(pick), rows },
  };
}
