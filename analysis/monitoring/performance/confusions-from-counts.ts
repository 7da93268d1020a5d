import type { Confusion } from './confusion.ts';
import type { ScoreCounts } from './score-counts.ts';
import { sum } from '../../numeric/sum.ts';

/**
 * Cases by prediction and outcome at each threshold that counts by score allow.
 *
 * At the s-th score or lower edge: tp = Σ_{r ≥ s} m_r, fp = Σ_{r ≥ s} n_r, fn and tn what is left.
 *
 * @param counts of both classes by distinct score or by bin, from low to high.
 * @returns as many tables of four counts: what lies at or above each score, or lower edge, is flagged. The first flags
 *   everybody.
 * @remarks Missing data: not in the counts. No counts: none.
 * @throws never.
 * @see Vickers, A. J., Elkin, E. B. (2006). Decision curve analysis. https://doi.org/10.1177/0272989X06295361;
 *   equal to `confusionAt` where each score is a bin.
 */
export function confusionsFromCounts({ positives, negatives }: ScoreCounts): Confusion[] {
  let [fn, tn] = [0, 0];
  const [cases, others] = [sum(positives), sum(negatives)];
  return Array.from({ length: positives.length }, (_, s) => {
    const confusion = { tp: cases - fn, fp: others - tn, fn, tn };
    fn += positives[s] ?? 0;
    tn += negatives[s] ?? 0;
    return confusion;
  });
}
