/**
 * MASI distance of two sets of codes: how far two coders are from saying the same of one answer.
 *
 * d = 1 − J M, J = |A ∩ B| / |A ∪ B|; M = 1 where A = B, 2/3 where one holds the other, 1/3 where they share
 * a part only, 0 where they share nothing.
 *
 * @param a, b codes of the two, in any order, none twice.
 * @returns [0, 1]; 0 the same, 1 nothing in common.
 * @remarks Missing data: a coder who did not look at an answer has no set, which is not an empty one. Two empty
 *   sets say the same: 0. An empty set and another share nothing: 1.
 * @throws never.
 * @see Passonneau, R. (2006). Measuring agreement on set-valued items (MASI) for semantic and pragmatic
 *   annotation. LREC, 831–836. aclanthology.org/L06-1392
 */
export function masiDistance(a: readonly string[], b: readonly string[]): number {
  const other = new Set(b);
  const shared = a.filter((code) => other.has(code)).length;
  const either = a.length + b.length - shared;
  if (either === 0) return 0;
  const isInside = shared === Math.min(a.length, b.length);
  const monotonicity = shared === 0 ? 0 : shared === either ? 1 : isInside ? 2 / 3 : 1 / 3;
  return 1 - (shared / either) * monotonicity;
}
