import { z } from 'zod';
import {
  reportDescriptives,
  type ItemDescription,
} from '#analysis/descriptives/report-descriptives.ts';
import { pairTablesOfMatrix } from '#analysis/correlations/pair-tables-of-matrix.ts';
import { itemCovariance } from '#analysis/psychometrics/item-covariance.ts';
import { itemRestCorrelation } from '#analysis/psychometrics/item-rest-correlation.ts';
import { covarianceOfRows } from '#analysis/psychometrics/covariance-of-rows.ts';
import { completeRows } from '#analysis/table/complete-rows.ts';
import { itemMatrix } from '#analysis/table/item-matrix.ts';
import type { OracleFamily } from '../family.ts';
import type { Tree } from '../tree.ts';

const optionsSchema = z.object({
  items: z.array(z.string()),
  reverse: z.array(z.string()).nullish(),
  min_category: z.number().nullish(),
  max_category: z.number().nullish(),
});

const percent = (share: number | null) => (share === null ? null : 100 * share);

function itemTree(item: ItemDescription, rows: number): Tree {
  const { skewness, kurtosis, quartiles, interval95 } = item;
  return {
    ...{ n: item.n, missing: item.missing, missing_pct: (100 * item.missing) / rows },
    ...{ mean: item.mean, sd: item.sd ?? null, var: item.variance ?? null },
    se: item.standardError ?? null,
    ...{ median: item.median, q25_type7: quartiles?.[0], q75_type7: quartiles?.[1], mad: item.mad },
    ...{ trimmed_mean_10: item.trimmedMean, min: item.min, max: item.max, mode: item.mode },
    skew_type1: skewness?.type1 ?? null,
    skew_type2: skewness?.type2 ?? null,
    skew_type3: skewness?.type3 ?? null,
    // psych divides by all rows, also those that did not answer
    kurtosis_excess_type1: item.missing > 0 ? undefined : (kurtosis?.type1 ?? null),
    kurtosis_excess_type2: kurtosis?.type2 ?? null,
    kurtosis_excess_type3: kurtosis?.type3 ?? null,
    floor_pct: percent(item.floor),
    ceiling_pct: percent(item.ceiling),
    top2box_pct: percent(item.topTwo),
    counts: Object.fromEntries(item.counts.map(({ value, count }) => [String(value), count])),
    ci95_mean: interval95 ?? [null, null],
  };
}

export const descriptives: OracleFamily = {
  compute: (table, given) => {
    const { items, reverse, min_category: low, max_category: high } = optionsSchema.parse(given);
    const selection = {
      ...{ items, reverse: reverse ?? [] },
      ...{ minCategory: low ?? undefined, maxCategory: high ?? undefined },
    };
    const report = reportDescriptives(table, selection);
    const matrix = itemMatrix(table, selection);
    const pairwise = itemCovariance(pairTablesOfMatrix(matrix), 'pairwise');
    const { covariance } = covarianceOfRows(completeRows(matrix));
    const named = (value: (item: number) => number | null) =>
      Object.fromEntries(items.map((name, item) => [name, value(item)]));
    const rest = (item: number) => {
      const estimate = itemRestCorrelation(pairwise, item);
      return estimate.ok ? estimate.value : null;
    };
    const withAll = (item: number) => {
      const own = covariance.getRow(item).reduce((sum, value) => sum + value, 0);
      return own / Math.sqrt(covariance.get(item, item) * covariance.sum());
    };
    const { sum, proratedSum } = report;
    const k = items.length;
    const rows = completeRows(matrix);
    const share = (bound: number | undefined) => {
      if (bound === undefined) return undefined;
      const totals = Array.from({ length: rows.n }, (_, row) =>
        rows.values.subarray(row * k, (row + 1) * k).reduce((total, value) => total + value, 0),
      );
      return (100 * totals.filter((total) => total === k * bound).length) / rows.n;
    };
    return {
      n_rows: report.n,
      n_complete: report.complete,
      items: Object.fromEntries(report.items.map((item) => [item.name, itemTree(item, report.n)])),
      item_total_listwise: {
        corrected: named((item) => {
          const value = report.items[item]?.itemRestCorrelation;
          return typeof value === 'number' ? value : null;
        }),
        uncorrected: named(withAll),
      },
      item_total_psych: { r_drop: named(rest) },
      mean_interitem_r_listwise: report.meanInteritemCorrelation,
      scale_sum_listwise: {
        ...{ n: sum.n, mean: sum.mean, sd: sum.sd ?? null },
        floor_pct: share(selection.minCategory),
        ceiling_pct: share(selection.maxCategory),
      },
      scale_prorated_half_rule: {
        ...{ n: proratedSum.n, mean: proratedSum.mean, sd: proratedSum.sd ?? null },
      },
    };
  },
  tolerances: [],
};
