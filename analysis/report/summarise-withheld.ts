import { summariseCounts } from '../groups/summarise-counts.ts';
import type { GroupRelease } from '../suppression/release.ts';
import type { ScoreSummary, Withheld } from './readiness-report.ts';

/**
 * The summary of a group's scores, if its release allows it.
 *
 * n, mean, SD and interval as in `summariseCounts`.
 *
 * @param values the distinct scores, ascending.
 * @param counts how many of the group have each.
 * @param release what may be said about the group for this score.
 * @returns the summary, or the reason it is withheld.
 * @remarks Missing data: not counted. A group that is shown has at least k ≥ 2 scores.
 * @throws as `summariseCounts`.
 * @see This room's README, "Suppression". No reference program.
 */
export function summariseWithheld(
  values: Float64Array,
  counts: ArrayLike<number>,
  release: GroupRelease,
): ScoreSummary | Withheld {
  if (!release.shown) return release;
  const summary = summariseCounts(values, counts);
  return summary ? { shown: true, ...summary } : { shown: false, reason: 'too-few-respondents' };
}
