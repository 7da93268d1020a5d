/**
 * Agreement of two groupings of the same things over pairs, corrected for chance.
 *
 * ARI = (Σ C(n_ij, 2) − E) / (½ (Σ C(a_i, 2) + Σ C(b_j, 2)) − E), E = Σ C(a_i, 2) Σ C(b_j, 2) / C(n, 2);
 * at most 1, about 0 by chance.
 *
 * @see Hubert, L. & Arabie, P. (1985). Comparing partitions. Journal of Classification 2, 193–218.
 *   doi:10.1007/BF01908075; reference values: scikit-learn adjusted_rand_score
 */
export function adjustedRandIndex(
  a: readonly (string | number)[],
  b: readonly (string | number)[],
): number {
  const pairs = (n: number) => (n * (n - 1)) / 2;
  const pairsWithin = (keys: readonly (string | number)[]) => {
    const counts = new Map<string | number, number>();
    for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
    return [...counts.values()].reduce((sum, n) => sum + pairs(n), 0);
  };
  const [inA, inB] = [pairsWithin(a), pairsWithin(b)];
  const inBoth = pairsWithin(a.map((key, index) => JSON.stringify([key, b[index]])));
  const expected = pairs(a.length) === 0 ? 0 : (inA * inB) / pairs(a.length);
  const largest = (inA + inB) / 2;
  return largest === expected ? 1 : (inBoth - expected) / (largest - expected);
}
