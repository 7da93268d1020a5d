/**
 * Krippendorff's coincidence matrix: how often two values meet in the same unit.
 *
 * o_ck = Σ_i w_i r_ic (r_ik − [c = k]) / (r_i − 1).
 *
 * @param counts n × q, row-major: ratings of each unit into each category.
 * @param q categories.
 * @param weights w_i, how often a unit counts; default once.
 * @returns q × q, row-major, symmetric; its sum is the number of pairable values.
 * @remarks Missing data: units with fewer than two ratings hold nothing pairable.
 * @throws never.
 * @see Krippendorff, K. (2019). Content Analysis (4th ed.), 12.2. https://doi.org/10.4135/9781071878781. Reference
 *   values: irr 0.84.1 `kripp.alpha`.
 */
export function coincidencesOf(
  counts: Float64Array,
  q: number,
  weights?: Float64Array,
): Float64Array {
  const found = new Float64Array(q * q);
  for (let unit = 0; unit * q < counts.length; unit += 1) {
    const weight = weights ? (weights[unit] ?? 0) : 1;
    const own = counts.subarray(unit * q, (unit + 1) * q);
    const size = own.reduce((sum, count) => sum + count, 0);
    if (size < 2 || weight === 0) continue;
    own.forEach((a, c) => {
      if (a === 0) return;
      own.forEach((b, k) => {
        const pairs = a * (c === k ? b - 1 : b);
        found[c * q + k] = (found[c * q + k] ?? 0) + (weight * pairs) / (size - 1);
      });
    });
  }
  return found;
}
