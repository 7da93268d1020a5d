import { ShapeError } from '../errors.ts';

const pairs = (n: number) => (n * (n - 1)) / 2;

function pairsWithin(keys: readonly (string | number)[]): number {
  const counts = new Map<string | number, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return [...counts.values()].reduce((sum, n) => sum + pairs(n), 0);
}

/**
 * Agreement of two groupings of the same things over pairs, corrected for chance.
 *
 * ARI = (Σ C(n_ij, 2) − E) / (½ (Σ C(a_i, 2) + Σ C(b_j, 2)) − E), E = Σ C(a_i, 2) Σ C(b_j, 2) / C(n, 2).
 *
 * @param a group of each thing in one grouping; what groups are called does not matter
 * @param b group of each thing in the other one, in the same order
 * @returns at most 1, where both are the same; about 0 by chance; −.5 at least
 * @remarks Missing data: none; a thing without a group is to be left out of both. Where both groupings are all alone or
 *   all together, and of fewer than two things, they agree: 1.
 * @throws ShapeError 'groupings' where they are not as long as each other
 * @see Hubert, L., Arabie, P. (1985). Comparing partitions. Journal of Classification 2, 193–218.
 *   https://doi.org/10.1007/BF01908075, equation 5; lower bound: Chacón, J. E., Rastrojo, A. I. (2023). Minimum adjusted
 *   Rand index for two clusterings of a given size. https://doi.org/10.1007/s11634-022-00491-w. Reference values by
 *   hand from the definition.
 */
export function adjustedRandIndex(
  a: readonly (string | number)[],
  b: readonly (string | number)[],
): number {
  if (a.length !== b.length) throw new ShapeError('groupings', { a: a.length, b: b.length });
  const [inA, inB] = [pairsWithin(a), pairsWithin(b)];
  const inBoth = pairsWithin(a.map((key, index) => JSON.stringify([key, b[index]])));
  const expected = pairs(a.length) === 0 ? 0 : (inA * inB) / pairs(a.length);
  const largest = (inA + inB) / 2;
  return largest === expected ? 1 : (inBoth - expected) / (largest - expected);
}
