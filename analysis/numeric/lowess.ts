/** Local linear fit at `at` over the points from `first`, weights (1 − (d/h)³)³; NaN without weight. */
function fitAt(
  x: Float64Array,
  y: Float64Array,
  at: number,
  [first, last]: readonly [number, number],
): number {
  const n = x.length;
  const h = Math.max(at - x[first]!, x[last]! - at);
  const weights: number[] = [];
  let total = 0;
  for (let j = first; j < n; j += 1) {
    const distance = Math.abs(x[j]! - at);
    if (distance > 0.999 * h) {
      if (x[j]! > at) break;
      weights.push(0);
      continue;
    }
    const weight = distance <= 0.001 * h ? 1 : (1 - (distance / h) ** 3) ** 3;
    weights.push(weight);
    total += weight;
  }
  if (!(total > 0)) return NaN;
  const sum = (of: (j: number) => number) =>
    weights.reduce((all, weight, place) => all + (weight / total) * of(first + place), 0);
  const mean = sum((j) => x[j]!);
  const square = sum((j) => (x[j]! - mean) ** 2);
  if (Math.sqrt(square) <= 0.001 * (x[n - 1]! - x[0]!)) return sum((j) => y[j]!);
  const slope = (at - mean) / square;
  return sum((j) => y[j]! * (1 + slope * (x[j]! - mean)));
}

/**
 * Locally weighted regression of y on x (lowess), without robustness steps.
 *
 * At each x the line of least squares through the nearest ⌊f n⌋ points with weights (1 − (d/h)³)³, h the distance
 * of the furthest; between x's closer than 1 % of the range by interpolation.
 *
 * @param x ascending, n ≥ 2 numbers. @param y as many. @param share f in (0, 1].
 * @returns the fit at each x.
 * @remarks Missing data: to be left out before. Where no line can be fitted, the weighted mean, or y itself.
 * @throws never.
 * @see Cleveland, W. S. (1979). Robust locally weighted regression. JASA 74, 829–836.
 *   https://doi.org/10.1080/01621459.1979.10481038. Reference values: R 4.2.2 `lowess(iter = 0)` in rms 6.5.0.
 */
export function lowess(x: Float64Array, y: Float64Array, share = 2 / 3): Float64Array {
  const n = x.length;
  const fits = new Float64Array(n);
  const width = Math.max(2, Math.min(n, Math.floor(share * n + 1e-7)));
  const delta = 0.01 * (x[n - 1]! - x[0]!);
  let [left, right, last, i] = [0, width - 1, -1, 0];
  while (last < n - 1) {
    while (right < n - 1 && x[i]! - x[left]! > x[right + 1]! - x[i]!) {
      left += 1;
      right += 1;
    }
    const fit = fitAt(x, y, x[i]!, [left, right]);
    fits[i] = Number.isNaN(fit) ? y[i]! : fit;
    for (let j = last + 1; j < i; j += 1) {
      const along = (x[j]! - x[last]!) / (x[i]! - x[last]!);
      fits[j] = along * fits[i]! + (1 - along) * fits[last]!;
    }
    last = i;
    const cut = x[last]! + delta;
    for (i = last + 1; i < n && x[i]! <= cut; i += 1) {
      if (x[i] !== x[last]) continue;
      fits[i] = fits[last]!;
      last = i;
    }
    i = Math.max(last + 1, i - 1);
  }
  return fits;
}
