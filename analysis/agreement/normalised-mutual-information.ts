import { ShapeError } from '../errors.ts';

function entropy(keys: readonly (string | number)[]): number {
  const counts = new Map<string | number, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  let sum = 0;
  for (const n of counts.values()) sum -= (n / keys.length) * Math.log(n / keys.length);
  return sum;
}

/**
 * How much two groupings of the same things tell of each other, normalised by the arithmetic mean of their entropies.
 *
 * NMI = 2 I(A; B) / (H(A) + H(B)), I(A; B) = H(A) + H(B) − H(A, B).
 *
 * @param a group of each thing in one grouping; what groups are called does not matter
 * @param b group of each thing in the other one, in the same order
 * @returns [0, 1]; 1 where one says the other, 0 where neither tells anything. Not corrected for chance: many small
 *   groups agree by themselves
 * @remarks Missing data: none; a thing without a group is to be left out of both. Two groupings of one group each have
 *   no entropy and agree: 1; so do two of nothing.
 * @throws ShapeError 'groupings' where they are not as long as each other
 * @see Strehl, A., Ghosh, J. (2002). Cluster ensembles. Journal of Machine Learning Research 3, 583–617.
 *   https://www.jmlr.org/papers/v3/strehl02a.html (there with the geometric mean); Vinh, N. X., Epps, J., Bailey, J.
 *   (2010). Information theoretic measures for clusterings comparison. JMLR 11, 2837–2854.
 *   https://www.jmlr.org/papers/v11/vinh10a.html (NMI_sum). Reference values by hand from the definition.
 */
export function normalisedMutualInformation(
  a: readonly (string | number)[],
  b: readonly (string | number)[],
): number {
  if (a.length !== b.length) throw new ShapeError('groupings', { a: a.length, b: b.length });
  const both = a.map((key, index) => JSON.stringify([key, b[index]]));
  const [ha, hb] = [entropy(a), entropy(b)];
  if (ha + hb === 0) return 1;
  return Math.max(0, (2 * (ha + hb - entropy(both))) / (ha + hb));
}
