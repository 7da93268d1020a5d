/**
 * The exact two-sided p of Wilcoxon's signed-rank statistic, without ties or zeros.
 *
 * P(V ≤ v) = #{subsets of 1 … n with sum ≤ v} / 2ⁿ, counted by adding one rank after another; p is twice the
 * smaller tail.
 *
 * @param v sum of the positive ranks, 0 … n(n + 1)/2. @param n differences, ≥ 1.
 * @returns p in [0, 1].
 * @remarks Missing data: none. Time n³: meant for n below 50.
 * @throws never.
 * @see Wilcoxon, F. (1945). Biometrics Bulletin 1, 80–83. https://doi.org/10.2307/3001968. Reference values:
 *   R 4.2.2 `wilcox.test(paired = TRUE, exact = TRUE)`.
 */
export function signedRankExactP(v: number, n: number): number {
  const most = (n * (n + 1)) / 2;
  const shares = new Float64Array(most + 1);
  shares[0] = 1;
  for (let rank = 1, reached = 0; rank <= n; rank += 1) {
    reached += rank;
    for (let sum = reached; sum >= 0; sum -= 1) {
      const withRank = sum >= rank ? shares[sum - rank]! : 0;
      shares[sum] = (shares[sum]! + withRank) / 2;
    }
  }
  const tail = shares.subarray(0, Math.floor(Math.min(v, most - v)) + 1);
  return Math.min(1, 2 * tail.reduce((sum, share) => sum + share, 0));
}
