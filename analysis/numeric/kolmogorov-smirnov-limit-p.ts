/**
 * The upper tail of Kolmogorov's limiting distribution.
 *
 * 2 Σ (−1)^{k−1} e^{−2k²x²}, or its theta transform for x < 1.
 *
 * @param x √(n₁n₂/(n₁ + n₂)) D.
 * @returns p in [0, 1].
 * @remarks Missing data: none. x ≤ 0 gives 1.
 * @throws never.
 * @see Smirnov, N. (1948). Ann Math Statist 19, 279–281. https://doi.org/10.1214/aoms/1177730256. Reference values: R
 *   4.2.2 `ks.test`.
 */
export function kolmogorovSmirnovLimitP(x: number): number {
  if (x <= 0) return 1;
  let sum = 0;
  if (x < 1) {
    for (let k = 1; k < 40; k += 2) sum += Math.exp((-k * k * Math.PI ** 2) / (8 * x * x));
    return 1 - (Math.sqrt(2 * Math.PI) / x) * sum;
  }
  for (let k = 1; k < 40; k += 1) sum += (k % 2 === 1 ? 2 : -2) * Math.exp(-2 * k * k * x * x);
  return sum;
}
