/** Below this share of the largest value a spread is rounding, not variance. */
const ROUNDING = 1e-12;

/**
 * Pearson correlation of two lists over the places where both have a number.
 *
 * r = Σ (x − x̄)(y − ȳ) / √(Σ (x − x̄)² Σ (y − ȳ)²).
 *
 * @param x, y numbers of the same length; missing is NaN.
 * @param fewest places that must have both.
 * @returns [−1, 1]; NaN where a list does not vary or fewer places have both.
 * @remarks Missing data: pairwise.
 * @throws never.
 * @see Pearson, K. (1895). https://doi.org/10.1098/rspl.1895.0041. Reference values: R 4.2.2
 *   `cor(use = "pairwise.complete.obs")`.
 */
export function correlateLists(x: Float64Array, y: Float64Array, fewest = 2): number {
  let [n, meanX, meanY, largest] = [0, 0, 0, 0];
  for (let i = 0; i < x.length; i += 1) {
    const [a, b] = [x[i]!, y[i]!];
    if (Number.isNaN(a) || Number.isNaN(b)) continue;
    n += 1;
    meanX += a;
    meanY += b;
    largest = Math.max(largest, Math.abs(a), Math.abs(b));
  }
  if (n < fewest) return NaN;
  meanX /= n;
  meanY /= n;
  let [xx, xy, yy] = [0, 0, 0];
  for (let i = 0; i < x.length; i += 1) {
    const [a, b] = [x[i]! - meanX, y[i]! - meanY];
    if (Number.isNaN(a) || Number.isNaN(b)) continue;
    xx += a * a;
    xy += a * b;
    yy += b * b;
  }
  const least = n * (largest * ROUNDING) ** 2;
  return xx > least && yy > least ? Math.max(-1, Math.min(1, xy / Math.sqrt(xx * yy))) : NaN;
}
