/**
 * How many values lie in each frozen bin.
 *
 * c_b = #{cut_b ≤ x < cut_{b+1}}, cut_0 = −∞, cut_B = ∞.
 *
 * @param values numbers; missing is NaN.
 * @param cuts ascending.
 * @returns cuts + 1 counts.
 * @remarks Missing data: counted nowhere; its share is a series of its own.
 * @throws never.
 * @see Siddiqi, N. (2006). Credit Risk Scorecards, ch. 10. https://doi.org/10.1002/9781119201731.
 *   Reference values: R 4.2.2 `findInterval`.
 */
export function countInBins(values: Float64Array, cuts: readonly number[]): number[] {
  const counts = Array<number>(cuts.length + 1).fill(0);
  for (const value of values) {
    if (Number.isNaN(value)) continue;
    let [low, high] = [0, cuts.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((cuts[middle] ?? Infinity) <= value) low = middle + 1;
      else high = middle;
    }
    counts[low] = (counts[low] ?? 0) + 1;
  }
  return counts;
}
