import { ShapeError } from '../errors.ts';
import { missingReasons, type MissingCounts } from './missing-reasons.ts';
import { momentsFromCounts, type Moments } from './moments-from-counts.ts';

export interface ItemStatistics {
  readonly counts: readonly number[];
  /** Share of each option among those who answered, in [0, 1]; empty when nobody did. */
  readonly proportions: readonly number[];
  /** Share at the lowest and the highest possible score; null when nobody answered. */
  readonly floor: number | null;
  readonly ceiling: number | null;
  readonly missing: MissingCounts;
  readonly moments: Moments;
}

/**
 * The univariate description of one item, from its counts.
 *
 * p_a = n_a / n; floor = Σ p_a over the options with the lowest possible score, ceiling likewise for
 * the highest; moments as in `momentsFromCounts`.
 *
 * @param counts how often each option was chosen.
 * @param scores score of each option, as many as counts; before reverse-keying to describe the
 *   answers as given.
 * @param missing how often each missing reason was given, in the order of `missingReasons`.
 * @returns shares in [0, 1] and moments; floor or ceiling above 0.15 is usually called an effect.
 * @remarks Missing data: available answers of the item. Nobody answered: no shares, moments
 *   'too-few-respondents'.
 * @throws ShapeError 'scores-per-code', 'missing-reasons'.
 * @see Terwee, C. B. et al. (2007). Quality criteria for measurement properties. J Clin Epidemiol 60,
 *   34–42 (floor and ceiling). https://doi.org/10.1016/j.jclinepi.2006.03.012. Reference values: psych
 *   2.2.9 on R 4.2.2.
 */
export function itemStatisticsFromCounts(
  counts: readonly number[],
  scores: readonly number[],
  missing: readonly number[],
): ItemStatistics {
  if (scores.length !== counts.length) {
    throw new ShapeError('scores-per-code', { codes: counts.length, scores: scores.length });
  }
  const [notShown, skipped, preferNotToSay, notApplicable, dontKnow] = missing;
  if (missing.length !== missingReasons.length) {
    throw new ShapeError('missing-reasons', { length: missing.length });
  }
  const n = counts.reduce((sum, count) => sum + count, 0);
  const shareAt = (score: number): number | null =>
    n === 0 ? null : counts.reduce((sum, c, a) => sum + (scores[a] === score ? c : 0), 0) / n;
  return {
    counts,
    proportions: n === 0 ? [] : counts.map((count) => count / n),
    floor: shareAt(Math.min(...scores)),
    ceiling: shareAt(Math.max(...scores)),
    missing: {
      'not-shown': notShown ?? 0,
      skipped: skipped ?? 0,
      'prefer-not-to-say': preferNotToSay ?? 0,
      'not-applicable': notApplicable ?? 0,
      'dont-know': dontKnow ?? 0,
    },
    moments: momentsFromCounts(counts, scores),
  };
}
