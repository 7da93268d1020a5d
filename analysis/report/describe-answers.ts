import { wholePercents } from '../groups/whole-percents.ts';
import { momentsFromCounts } from '../psychometrics/moments-from-counts.ts';
import type { GroupRelease } from '../suppression/release.ts';
import type { Distribution, Withheld } from './readiness-report.ts';

/**
 * One item in one group, if its release allows it.
 *
 * Whole percents by largest remainders; mean and SD as in `momentsFromCounts`.
 *
 * @param counts category counts of the group.
 * @param scores score of each option, as answered.
 * @param release what may be said about the group for this item.
 * @returns the distribution, or the reason it is withheld.
 * @remarks Missing data: not counted.
 * @throws DomainError 'count'.
 * @see This room's README, "Suppression". No reference program.
 */
export function describeAnswers(
  counts: readonly number[],
  scores: readonly number[],
  release: GroupRelease,
): Distribution | Withheld {
  if (!release.shown) return release;
  const moments = momentsFromCounts(counts, scores);
  if (!moments.ok) return { shown: false, reason: moments.reason };
  const { n, mean, sd } = moments;
  return { shown: true, n, percents: wholePercents(counts), mean, sd };
}
