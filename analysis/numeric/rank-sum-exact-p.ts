/**
 * The exact two-sided p of the Mann–Whitney statistic, without ties.
 *
 * P(U ≤ u) = #{ways to choose n₁ of n₁ + n₂ ranks with U ≤ u} / C(n₁ + n₂, n₁), counted by the recursion
 * f(u; n₁, n₂) = f(u − n₂; n₁ − 1, n₂) + f(u; n₁, n₂ − 1); p is twice the smaller tail.
 *
 * @param u U = 0 … n₁ n₂. @param n1, n2 sizes of the groups, ≥ 1.
 * @returns p in [0, 1].
 * @remarks Missing data: none. Time n₁² n₂: meant for groups below 50.
 * @throws never.
 * @see Mann, H. B., Whitney, D. R. (1947). https://doi.org/10.1214/aoms/1177730491. Reference values: R 4.2.2
 *   `wilcox.test(exact = TRUE)`.
 */
export function rankSumExactP(u: number, n1: number, n2: number): number {
  const size = n1 * n2 + 1;
  // Shares instead of counts, so that nothing overflows: row i of the table for the current j.
  let rows = Array.from({ length: n1 + 1 }, () => {
    const row = new Float64Array(size);
    row[0] = 1;
    return row;
  });
  for (let j = 1; j <= n2; j += 1) {
    const next = [rows[0]!];
    for (let i = 1; i <= n1; i += 1) {
      const row = new Float64Array(size);
      for (let v = 0; v <= i * j; v += 1) {
        const withFirst = v >= j ? next[i - 1]![v - j]! * (i / (i + j)) : 0;
        row[v] = withFirst + rows[i]![v]! * (j / (i + j));
      }
      next.push(row);
    }
    rows = next;
  }
  const tail = rows[n1]!.subarray(0, Math.min(u, n1 * n2 - u) + 1);
  return Math.min(1, 2 * tail.reduce((sum, share) => sum + share, 0));
}
