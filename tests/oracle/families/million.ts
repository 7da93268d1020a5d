import { reportLargeItems } from '#analysis/correlations/report-large-items.ts';
import { numberColumn } from '#analysis/table/number-column.ts';
import type { Table } from '#analysis/table/table.ts';
import type { OracleFamily } from '../family.ts';
import type { Tree } from '../tree.ts';

/** `row_N` beside the first: the answers of one respondent; the last is what tells how many there are. */
function rowsOf(table: Table, items: readonly string[]): Record<string, Tree> {
  const row = (place: number) => items.map((name) => numberColumn(table, name)[place] ?? null);
  return { first_row: row(0), [`row_${table.n}`]: row(table.n - 1) };
}

const number = (estimate: unknown) => (typeof estimate === 'number' ? estimate : undefined);

/** All columns of the table. */
export const million: OracleFamily = {
  compute: (table) => {
    const names = [...table.columns.keys()];
    const report = reportLargeItems(table, { items: names });
    const { alpha, items } = report;
    const values = [...new Set(items.flatMap(({ counts }) => counts.map(({ value }) => value)))];
    values.sort((a, b) => a - b);
    const rest = items.map((item) => number(item.itemRestCorrelation));
    return {
      n: report.n,
      ...rowsOf(table, names),
      counts: {
        ...{ rows: names, cols: values.map(String) },
        values: items.map(({ counts }) =>
          values.map((value) => counts.find((entry) => entry.value === value)?.count ?? 0),
        ),
      },
      mean: items.map(({ mean }) => mean),
      sd: items.map(({ sd }) => sd),
      skew_type3: items.map(({ skewness }) => skewness?.type3 ?? null),
      kurtosis_excess_type3: items.map(({ kurtosis }) => kurtosis?.type3 ?? null),
      alpha_raw: alpha.ok ? alpha.alpha : undefined,
      alpha_std: alpha.ok && alpha.standardised.ok ? alpha.standardised.value : undefined,
      alpha_if_deleted: items.map((item) => number(item.alphaIfDeleted)),
      corrected_item_total: rest,
      r_drop: rest,
      pearson: {
        ...{ rows: names, cols: names },
        values: report.correlations.map((row) => [...row]),
      },
      eigenvalues: report.eigenvalues ?? undefined,
      sum_mean: report.sum.mean,
      sum_sd: report.sum.sd,
    };
  },
  tolerances: [],
};
