import type { ClusteredRows } from '../numeric/mixed/clustered-rows.ts';
import type { NamedColumn } from '../table/expression/covariate-columns.ts';
import type { Grouping } from '../table/group-column.ts';

export interface ModelColumns {
  /** One per row; missing is NaN. */
  readonly outcome: Float64Array;
  readonly covariates: readonly NamedColumn[];
  readonly group: Grouping;
  /** The level above the group, such as the country of a hospital. */
  readonly higherGroup?: Grouping | undefined;
}

/** Complete rows, sorted so that each group, and each higher group, lies together. */
export interface ModelRows extends Omit<ClusteredRows, 'category' | 'categories'> {
  readonly outcome: Float64Array;
  readonly covariateNames: readonly string[];
  /** Rows with something missing. */
  readonly incomplete: number;
  /** Whether the same group name occurs in several higher groups; these count as different groups. */
  readonly hasRepeatedGroups: boolean;
}

/** Where each run of equal keys starts, and the length at the end. */
function starts(keys: readonly number[]): Int32Array {
  const borders = keys.flatMap((key, place) => (key === keys[place - 1] ? [] : [place]));
  return Int32Array.from([...borders, keys.length]);
}

/**
 * The rows of a multilevel model: complete ones, sorted by clusters.
 *
 * Row r stays when outcome, every covariate and both groupings are known. A lower cluster is a group within
 * a higher group.
 *
 * @param columns outcome, covariates and groupings of the same n rows.
 * @returns sorted rows with the borders of the clusters.
 * @remarks Missing data: rows with any are left out and counted.
 * @throws never.
 * @see Snijders, T. A. B., Bosker, R. J. (2012). Multilevel Analysis (2nd ed.), chapter 4.
 */
export function modelRows({ outcome, covariates, group, higherGroup }: ModelColumns): ModelRows {
  const kept: { row: number; lower: number; upper: number }[] = [];
  outcome.forEach((y, row) => {
    const lower = group.index[row] ?? -1;
    const upper = higherGroup ? (higherGroup.index[row] ?? -1) : lower;
    const isKnown = covariates.every(({ values }) => Number.isFinite(values[row]));
    if (Number.isFinite(y) && isKnown && lower >= 0 && upper >= 0) kept.push({ row, lower, upper });
  });
  kept.sort((a, b) => a.upper - b.upper || a.lower - b.lower || a.row - b.row);
  const pairs = kept.map(({ lower, upper }) => upper * group.levels.length + lower);
  const lowerStart = starts(pairs);
  const uppers = [...lowerStart.subarray(0, -1)].map((row) => kept[row]?.upper ?? -1);
  const lowers = [...lowerStart.subarray(0, -1)].map((row) => kept[row]?.lower ?? -1);
  const p = covariates.length;
  const design = new Float64Array(kept.length * p);
  kept.forEach(({ row }, place) => {
    covariates.forEach(({ values }, s) => (design[place * p + s] = values[row] ?? NaN));
  });
  return {
    n: kept.length,
    outcome: Float64Array.from(kept, ({ row }) => outcome[row] ?? NaN),
    design,
    covariates: p,
    covariateNames: covariates.map(({ name }) => name),
    lowerStart,
    upperStart: starts(uppers),
    incomplete: outcome.length - kept.length,
    hasRepeatedGroups: new Set(lowers).size < lowers.length,
  };
}
