/**
 * Ranks with ties shared (mid-ranks).
 *
 * R_r = 1 + #{s: x_s < x_r} + (#{s: x_s = x_r} − 1) / 2.
 *
 * @param values n numbers.
 * @returns n ranks in [1, n], whole or half; they sum to n(n + 1)/2.
 * @remarks Missing data: none allowed; leave incomplete rows out before.
 * @throws never.
 * @see Kendall, M. G. (1945). The treatment of ties in ranking problems. Biometrika 33, 239–251.
 *   https://doi.org/10.1093/biomet/33.3.239. Reference values: R 4.2.2 `rank`.
 */
export function midRanks(values: Float64Array): Float64Array {
  const sorted = values.slice().sort();
  const rankOf = new Map<number, number>();
  for (let start = 0, end = 0; start < sorted.length; start = end) {
    while (end < sorted.length && sorted[end] === sorted[start]) end += 1;
    rankOf.set(sorted[start]!, (start + 1 + end) / 2);
  }
  return values.map((value) => rankOf.get(value)!);
}
