import { DomainError } from '../errors.ts';

/**
 * Counts as whole percents that sum to 100, by largest remainders (Hamilton's method).
 *
 * q_a = 100 n_a / n; everyone gets ⌊q_a⌋, the percents left over go one each to the largest
 * fractions q_a − ⌊q_a⌋ (ties: to the larger count, then to the first).
 *
 * @param counts non-negative integers.
 * @returns integers in [0, 100], as many as counts, within 1 of the exact percent; they sum to 100, or
 *   are all 0 when there is nothing to share out.
 * @remarks Missing data: not among the counts. Whether the distribution may be shown at all is
 *   decided by the suppression functions.
 * @throws DomainError 'count' for a negative or fractional count.
 * @see Balinski, M. L., Young, H. P. (2001). Fair Representation (2nd ed.), appendix A. No reference
 *   program; the defining property is tested.
 */
export function wholePercents(counts: readonly number[]): number[] {
  const n = counts.reduce((sum, count) => sum + count, 0);
  const bad = counts.findIndex((count) => !Number.isInteger(count) || count < 0);
  if (bad >= 0) throw new DomainError('count', { category: bad });
  if (n === 0) return counts.map(() => 0);
  // Integer remainders: 100·n_a mod n decides ties exactly, a fraction would not.
  const percents = counts.map((count) => Math.floor((100 * count) / n));
  const remainders = counts.map((count) => (100 * count) % n);
  const left = 100 - percents.reduce((sum, percent) => sum + percent, 0);
  const order = [...counts.keys()].sort((a, b) => {
    return (
      (remainders[b] ?? 0) - (remainders[a] ?? 0) || (counts[b] ?? 0) - (counts[a] ?? 0) || a - b
    );
  });
  const raised = new Set(order.slice(0, left));
  return percents.map((percent, category) => percent + (raised.has(category) ? 1 : 0));
}
