/**
 * The median.
 *
 * The middle value of the sorted ones, or the mean of the two in the middle.
 *
 * @param values n numbers, no NaN.
 * @returns the median; NaN of nothing.
 * @remarks Missing data: to be left out before.
 * @throws never.
 * @see Hyndman, R. J., Fan, Y. (1996). https://doi.org/10.2307/2684934. Reference values: R 4.2.2 `median`.
 */
export function median(values: Float64Array): number {
  if (values.length === 0) return NaN;
  const sorted = values.slice().sort();
  const half = sorted.length / 2;
  return (sorted[Math.ceil(half) - 1]! + sorted[Math.floor(half)]!) / 2;
}
