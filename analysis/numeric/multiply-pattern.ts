export interface PatternRun {
  /** P × k, row-major: place of the answer among all categories, −1 missing. */
  readonly patterns: Int32Array;
  readonly items: number;
  /** P frequencies. */
  readonly counts: Float64Array;
}

/** Products of many probabilities are brought back to 1 after so many items, before they underflow. */
const RESCALE_AFTER = 40;

/**
 * The posterior of one response pattern up to a factor, w_q Π_i P_i(x_pi | θ_q).
 *
 * @param run distinct patterns.
 * @param pattern which of them.
 * @param probability all categories × Q.
 * @param posterior Q; holds w_q, and the products afterwards.
 * @returns logarithm of what the products were divided by on the way.
 * @remarks Missing data: missing answers are left out of the product.
 * @throws never.
 * @see Bock, R. D., Aitkin, M. (1981). https://doi.org/10.1007/BF02293801, eq. 8.
 */
export function multiplyPattern(
  { patterns, items }: PatternRun,
  pattern: number,
  probability: Float64Array,
  posterior: Float64Array,
): number {
  const points = posterior.length;
  let logScale = 0;
  for (let item = 0; item < items; item += 1) {
    const place = patterns[pattern * items + item]!;
    if (place < 0) continue;
    const start = place * points;
    for (let q = 0; q < points; q += 1) posterior[q]! *= probability[start + q]!;
    if (item % RESCALE_AFTER !== RESCALE_AFTER - 1) continue;
    let largest = 0;
    for (let q = 0; q < points; q += 1) if (posterior[q]! > largest) largest = posterior[q]!;
    if (!(largest > 0)) return -Infinity;
    for (let q = 0; q < points; q += 1) posterior[q]! /= largest;
    logScale += Math.log(largest);
  }
  return logScale;
}
