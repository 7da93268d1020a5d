import { wholePercents } from '../groups/whole-percents.ts';
import { isSameAnswer } from './is-same-answer.ts';
import type { SuppressionReason } from './release.ts';
import { requireMinimum } from './require-minimum.ts';

export type GuardedCategories =
  | { readonly shown: true; readonly n: number; readonly percents: readonly number[] }
  | { readonly shown: false; readonly reason: SuppressionReason };

/**
 * The category counts of one item in a group that is shown, as whole percents, or the reason to
 * withhold them together with mean and SD.
 *
 * n < k: 'below-minimum'; (nearly) all the same: 'same-answer', see `isSameAnswer`; otherwise
 * percents by largest remainders.
 *
 * @param counts category counts, non-negative integers.
 * @param k minimum cell size, an integer ≥ 2.
 * @returns whole percents that sum to 100.
 * @remarks Missing data: not counted; n is the number who answered. Guards one group alone: against
 *   totals and other groups use `releaseDistributions`.
 * @throws DomainError 'minimum-cell-size', 'count'.
 * @see Hundepool, A. et al. (2012). Statistical Disclosure Control. Wiley.
 *   https://doi.org/10.1002/9781118348239, chapter 4. No reference program.
 */
export function guardCategories(counts: readonly number[], k: number): GuardedCategories {
  const n = counts.reduce((sum, count) => sum + count, 0);
  requireMinimum(k);
  if (n < k) return { shown: false, reason: 'below-minimum' };
  if (isSameAnswer(counts, k)) return { shown: false, reason: 'same-answer' };
  return { shown: true, n, percents: wholePercents(counts) };
}
