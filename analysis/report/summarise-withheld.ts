import { summariseScores } from '../groups/summarise-scores.ts';
import type { GroupRelease } from '../suppression/release.ts';
import type { ScoreSummary, Withheld } from './readiness-report.ts';

/**
 * The summary of a group's scores, if its release allows it.
 *
 * n, mean, SD and interval as in `summariseScores`.
 *
 * @param scores of the group; missing is NaN.
 * @param release what may be said about the group for this score.
 * @returns the summary, or the reason it is withheld.
 * @remarks Missing data: NaN is left out. A group that is shown has at least k ≥ 2 scores.
 * @throws as `summariseScores`.
 * @see This room's README, "Suppression". No reference program.
 */
export function summariseWithheld(
  scores: Float64Array,
  release: GroupRelease,
): ScoreSummary | Withheld {
  if (!release.shown) return release;
  const summary = summariseScores(scores);
  return summary ? { shown: true, ...summary } : { shown: false, reason: 'too-few-respondents' };
}
