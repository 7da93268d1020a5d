import { DomainError } from '../../errors.ts';

/**
 * Counts as shares, none below a floor.
 *
 * max(c_b/Σ c, ε).
 *
 * @param counts ≥ 0, at least one above 0.
 * @param floor ε; 0: none. Shares need not add up to 1 with a floor.
 * @returns shares.
 * @remarks Missing data: not in the counts.
 * @throws DomainError 'count'.
 * @see Yurdakul, B., Naranjo, J. (2020). Statistical properties of the population stability index. J Risk Model
 *   Validation 14(4). https://doi.org/10.21314/JRMV.2020.227.
 */
export function sharesOfCounts(counts: readonly number[], floor = 0): number[] {
  const total = counts.reduce((sum, count) => {
    if (!(count >= 0 && count < Infinity)) throw new DomainError('count', { count });
    return sum + count;
  }, 0);
  if (total === 0) throw new DomainError('count', { count: 0 });
  return counts.map((count) => Math.max(count / total, floor));
}
