import { DomainError, ShapeError } from '../../errors.ts';
import type { Interval, NotEstimable } from '../../estimate.ts';
import { normalQuantile } from '../../numeric/normal-quantile.ts';
import type { ScoreCounts } from './score-counts.ts';
import { sumBy } from '../../numeric/sum-by.ts';

export interface AreaUnderCurve {
  readonly ok: true;
  readonly positives: number;
  readonly negatives: number;
  readonly auc: number;
  /** DeLong's; 0 when the classes do not overlap. */
  readonly variance: number;
  /** On the scale of the area, cut at 0 and 1; null when the variance is 0 and tells nothing. */
  readonly interval: Interval | null;
  /** By the logit of the area: better near 0 and 1. */
  readonly logitInterval: Interval | null;
}

function total(counts: ArrayLike<number>): number {
  return Array.from(counts).reduce((sum, count) => {
    if (!(count >= 0 && count < Infinity)) throw new DomainError('count', { count });
    return sum + count;
  }, 0);
}

/**
 * The area under the ROC curve with DeLong's variance, from counts by score and class.
 *
 * V₁₀(s) = (Σ_{t<s} n_t + ½ n_s)/n, V₀₁(s) = (Σ_{t>s} m_t + ½ m_s)/m; A = Σ m_s V₁₀(s)/m; var = S₁₀/m + S₀₁/n,
 * S₁₀ = Σ m_s (V₁₀(s) − A)²/(m − 1).
 *
 * @param counts by distinct score: exact; by bin of a histogram: cases of one bin are ties.
 * @param level confidence level in (0, 1).
 * @returns A in [0, 1], ½ when scores tell nothing, and its intervals.
 * @remarks Missing data: not in the counts. No case of a class: 'one-category'; one: 'too-few-cases'.
 * @throws ShapeError 'counts'; DomainError 'count'.
 * @see DeLong, E. R., DeLong, D. M., Clarke-Pearson, D. L. (1988). Biometrics 44, 837–845.
 *   https://doi.org/10.2307/2531595. Reference values: pROC 1.18.0.
 */
export function aucFromCounts(
  { positives, negatives }: ScoreCounts,
  level = 0.95,
): AreaUnderCurve | NotEstimable {
  if (positives.length !== negatives.length) throw new ShapeError('counts');
  const [m, n] = [total(positives), total(negatives)];
  if (m === 0 || n === 0) return { ok: false, reason: 'one-category' };
  if (m < 2 || n < 2) return { ok: false, reason: 'too-few-cases' };
  let [below, above] = [0, m];
  const cells = Array.from(positives, (own, s) => {
    const other = negatives[s] ?? 0;
    above -= own;
    const cell = { own, other, v10: (below + other / 2) / n, v01: (above + own / 2) / m };
    below += other;
    return cell;
  });
  const auc = sumBy(cells, ({ own, v10 }) => own * v10) / m;
  const s10 = sumBy(cells, ({ own, v10 }) => own * (v10 - auc) ** 2) / (m - 1);
  const s01 = sumBy(cells, ({ other, v01 }) => other * (v01 - auc) ** 2) / (n - 1);
  const variance = s10 / m + s01 / n;
  const z = normalQuantile((1 + level) / 2);
  const margin = z * Math.sqrt(variance);
  const logit = Math.log(auc / (1 - auc));
  const logitMargin = margin / (auc * (1 - auc));
  const back = (x: number) => 1 / (1 + Math.exp(-x));
  const isKnown = variance > 0 && auc > 0 && auc < 1;
  return {
    ...{ ok: true, positives: m, negatives: n, auc, variance },
    interval: isKnown ? [Math.max(0, auc - margin), Math.min(1, auc + margin)] : null,
    logitInterval: isKnown ? [back(logit - logitMargin), back(logit + logitMargin)] : null,
  };
}
