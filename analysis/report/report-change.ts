import { pairedChange } from '../groups/paired-change.ts';
import { choosePairs } from './choose-pairs.ts';
import type { LocatedPairs } from './locate-pairs.ts';
import type { ChangeSummary, Withheld } from './readiness-report.ts';

/**
 * The paired change of one scale between two waves, if it gives nobody away.
 *
 * Formulas at `pairedChangeFromMoments`; which pairs count, at `choosePairs`.
 *
 * @param scores of all respondents on the scale; missing is NaN.
 * @param pairs the pairs and the rows of their waves.
 * @param k minimum cell size.
 * @returns the change; withheld as by `choosePairs`, or the reason there is none.
 * @remarks Missing data: pairs scored both times; a pair with one score counts as unpaired.
 * @throws as `pairedChange`.
 * @see `choosePairs` and `pairedChange`. Reference values of the numbers: R 4.2.2 `t.test(paired = TRUE)`.
 */
export function reportChange(
  scores: Float64Array,
  pairs: LocatedPairs,
  k: number,
): ChangeSummary | Withheld {
  const chosen = choosePairs(scores, pairs, k);
  if (!chosen.shown) return chosen;
  const { before, after, heldBack } = chosen;
  const result = pairedChange(before, after);
  if (!result.ok) return { shown: false, reason: result.reason };
  const { n, meanBefore, meanAfter, meanChange, sdChange, interval, t, degreesOfFreedom, p } =
    result;
  const { standardisedResponseMean, dAv } = result;
  return {
    ...{ shown: true, n, heldBack, meanBefore, meanAfter, meanChange, sdChange, interval },
    ...{ t, degreesOfFreedom, p, standardisedResponseMean, dAv },
  };
}
