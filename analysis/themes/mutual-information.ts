/**
 * Normalised mutual information of two groupings of the same things.
 *
 * NMI = 2 I(A; B) / (H(A) + H(B)), in [0, 1]; 1 where one says the other. Two groupings of one group
 * each have no entropy and agree: 1.
 *
 * @see Strehl, A. & Ghosh, J. (2002). Cluster ensembles. JMLR 3, 583–617 (there with the geometric mean);
 *   reference values: scikit-learn normalized_mutual_info_score, arithmetic
 */
export function normalisedMutualInformation(
  a: readonly (string | number)[],
  b: readonly (string | number)[],
): number {
  const entropy = (keys: readonly (string | number)[]) => {
    const counts = new Map<string | number, number>();
    for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
    let sum = 0;
    for (const n of counts.values()) sum -= (n / keys.length) * Math.log(n / keys.length);
    return sum;
  };
  const both = a.map((key, index) => JSON.stringify([key, b[index]]));
  const [ha, hb] = [entropy(a), entropy(b)];
  if (ha + hb === 0) return 1;
  return Math.max(0, (2 * (ha + hb - entropy(both))) / (ha + hb));
}
