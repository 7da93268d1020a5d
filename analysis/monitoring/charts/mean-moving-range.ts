/** D₄ for ranges of two: an in-control moving range hardly exceeds 3.267 times their mean. */
const D4 = 3.267;

/**
 * The mean distance between neighbours of a series.
 *
 * m̄R = Σ |x_t − x_{t−1}| / (n − 1); screened: once more without those at or above 3.267 m̄R.
 *
 * @param values n ≥ 2 numbers in order of time.
 * @param screen whether single jumps are left out, so that one outlier does not hide others.
 * @returns m̄R ≥ 0; 0 for a series that never changes.
 * @remarks Missing data: none allowed. One value: NaN. Screening that would leave nothing is not done.
 * @throws never.
 * @see Nelson, L. S. (1982). Control charts for individual measurements. J Qual Technol 14, 172–173.
 *   https://doi.org/10.1080/00224065.1982.11978811. Reference values: NHSRplotthedots, qicharts2.
 */
export function meanMovingRange(values: readonly number[], screen: boolean): number {
  const ranges = values.slice(1).map((value, t) => Math.abs(value - (values[t] ?? NaN)));
  const mean = (list: readonly number[]) =>
    list.reduce((sum, range) => sum + range, 0) / list.length;
  const all = mean(ranges);
  const usual = screen ? ranges.filter((range) => range < D4 * all) : ranges;
  return usual.length > 0 ? mean(usual) : all;
}
