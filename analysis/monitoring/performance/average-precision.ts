import type { Estimate } from '../../estimate.ts';
import type { ScoreCounts } from './score-counts.ts';

/**
 * Average precision: predictive values over thresholds, weighted by what each adds to sensitivity.
 *
 * AP = Σ_s (R_s − R_{s+1}) P_s, R and P sensitivity and positive predictive value of flagging scores ≥ s.
 *
 * @param counts by distinct score, ascending.
 * @returns (0, 1]; the prevalence when scores tell nothing.
 * @remarks Missing data: not in the counts. No positive case: 'one-category'.
 * @throws never.
 * @see Davis, J., Goadrich, M. (2006). https://doi.org/10.1145/1143844.1143874 (no interpolation). Reference values:
 *   scikit-learn's definition in R 4.2.2.
 */
export function averagePrecision({ positives, negatives }: ScoreCounts): Estimate {
  const m = Array.from(positives).reduce((sum, count) => sum + count, 0);
  if (m === 0) return { ok: false, reason: 'one-category' };
  let [tp, fp, value] = [0, 0, 0];
  for (let s = positives.length - 1; s >= 0; s -= 1) {
    const own = positives[s] ?? 0;
    tp += own;
    fp += negatives[s] ?? 0;
    if (own > 0) value += (own / m) * (tp / (tp + fp));
  }
  return { ok: true, value };
}
