import type { Grouping } from '../table/group-column.ts';

export interface GroupMoments {
  readonly level: string;
  readonly n: number;
  /** NaN for an empty group. */
  readonly mean: number;
  /** Σ (x − x̄)² */
  readonly squares: number;
}

/**
 * Size, mean and sum of squares of every group.
 *
 * x̄_g = Σ x/n_g, then Σ (x − x̄_g)²: two passes, so that large means cost no digits.
 *
 * @param values n numbers, missing is NaN.
 * @param grouping which group each belongs to.
 * @returns one per level, in their order; the variance is squares/(n − 1).
 * @remarks Missing data: values that are NaN and rows without a group are left out.
 * @throws never.
 * @see Chan, T. F. et al. (1983). https://doi.org/10.1080/00031305.1983.10483115.
 */
export function groupMoments(values: Float64Array, grouping: Grouping): GroupMoments[] {
  const groups = grouping.levels.length;
  const counts = new Float64Array(groups);
  const sums = new Float64Array(groups);
  const squares = new Float64Array(groups);
  const add = (to: Float64Array, group: number, value: number) => {
    to[group] = (to[group] ?? 0) + value;
  };
  values.forEach((value, row) => {
    const group = grouping.index[row] ?? -1;
    if (group < 0 || Number.isNaN(value)) return;
    add(counts, group, 1);
    add(sums, group, value);
  });
  const means = sums.map((sum, group) => sum / (counts[group] ?? 0));
  values.forEach((value, row) => {
    const group = grouping.index[row] ?? -1;
    if (group < 0 || Number.isNaN(value)) return;
    add(squares, group, (value - (means[group] ?? NaN)) ** 2);
  });
  return grouping.levels.map((level, group) => ({
    level,
    n: counts[group] ?? 0,
    mean: means[group] ?? NaN,
    squares: squares[group] ?? 0,
  }));
}
