/**
 * The rows that must leave an export so that every class left has at least k rows and the rows that
 * left are none or at least k themselves.
 *
 * Classes are sets of rows with equal keys. First all classes with |C| < k go; while the rows gone are
 * between 1 and k − 1, the smallest class left (ties: the first) goes too, because published totals
 * minus the export would give those few away.
 *
 * @param keys one per row; equal keys form a class.
 * @param k minimum cell size, an integer ≥ 2.
 * @returns `dropped` and `kept` row indexes, ascending; `smallestClass` among the kept, 0 when none.
 * @remarks Missing data: a missing value is a value of the key.
 * @throws never.
 * @see Sweeney, L. (2002). k-anonymity. Int. J. Uncertainty, Fuzziness and Knowledge-Based Systems 10,
 *   557–570. https://doi.org/10.1142/S0218488502001648. Properties tested.
 */
export function smallClasses(
  keys: readonly string[],
  k: number,
): { kept: number[]; dropped: number[]; smallestClass: number } {
  const classes = new Map<string, number[]>();
  keys.forEach((key, row) => {
    const members = classes.get(key);
    if (members) members.push(row);
    else classes.set(key, [row]);
  });
  const bySize = [...classes.values()].sort((a, b) => a.length - b.length);
  const dropped: number[] = [];
  while (bySize[0] && (bySize[0].length < k || (dropped.length > 0 && dropped.length < k))) {
    dropped.push(...(bySize.shift() ?? []));
  }
  return {
    kept: bySize.flat().sort((a, b) => a - b),
    dropped: dropped.sort((a, b) => a - b),
    smallestClass: bySize[0]?.length ?? 0,
  };
}
