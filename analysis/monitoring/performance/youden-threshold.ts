import type { NotEstimable } from '../../estimate.ts';
import type { ScoreCounts } from './score-counts.ts';
import { sum } from '../../numeric/sum.ts';

export type YoudenThreshold =
  | {
      readonly ok: true;
      /** Midway between two scores; −∞ and ∞ never. */
      readonly threshold: number;
      readonly sensitivity: number;
      readonly specificity: number;
    }
  | NotEstimable;

/**
 * The threshold at which sensitivity plus specificity is largest.
 *
 * max_t sens(t) + spec(t) − 1 over the middles between neighbouring scores; ties: the lowest.
 *
 * @param counts by distinct score, ascending, with the scores.
 * @returns the threshold, and what it gives in the data it was chosen on: too good for new data.
 * @remarks Missing data: not in the counts. No case of a class, or one distinct score: 'one-category'.
 * @throws never.
 * @see Youden, W. J. (1950). Index for rating diagnostic tests. Cancer 3, 32–35.
 *   https://doi.org/10.1002/1097-0142(1950)3:1<32::AID-CNCR2820030106>3.0.CO;2-3. Reference values: pROC 1.18.0
 *   `coords(best)`.
 */
export function youdenThreshold(
  counts: ScoreCounts & { readonly scores: ArrayLike<number> },
): YoudenThreshold {
  const { scores, positives, negatives } = counts;
  const [m, n] = [sum(positives), sum(negatives)];
  if (m === 0 || n === 0 || scores.length < 2) return { ok: false, reason: 'one-category' };
  let [fn, tn] = [0, 0];
  let best = { index: -Infinity, threshold: NaN, sensitivity: NaN, specificity: NaN };
  for (let s = 0; s < scores.length - 1; s += 1) {
    fn += positives[s] ?? 0;
    tn += negatives[s] ?? 0;
    const [sensitivity, specificity] = [1 - fn / m, tn / n];
    const index = sensitivity + specificity;
    const threshold = ((scores[s] ?? NaN) + (scores[s + 1] ?? NaN)) / 2;
    if (index > best.index + 1e-12) best = { index, threshold, sensitivity, specificity };
  }
  const { threshold, sensitivity, specificity } = best;
  return { ok: true, threshold, sensitivity, specificity };
}
