/**
 * How much ties take from the variance of a rank statistic.
 *
 * Σ (t³ − t) over the sets of t equal values.
 *
 * @param values n numbers, no NaN.
 * @returns 0 without ties, n³ − n when all are equal.
 * @remarks Missing data: to be left out before.
 * @throws never.
 * @see Kendall, M. G. (1945). https://doi.org/10.1093/biomet/33.3.239.
 */
export function tieSum(values: Float64Array): number {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts.values()].reduce((sum, t) => sum + t * t * t - t, 0);
}
