import type { Interval, NotEstimable } from '../../estimate.ts';
import { midRanks } from '../../numeric/mid-ranks.ts';
import { normalProbability } from '../../numeric/normal-probability.ts';
import { normalQuantile } from '../../numeric/normal-quantile.ts';

export type PairedAucs =
  | {
      readonly ok: true;
      readonly aucs: readonly [number, number];
      /** First minus second. */
      readonly difference: number;
      readonly interval: Interval;
      readonly z: number;
      readonly p: number;
    }
  | NotEstimable;

/** Share of the other class that each case of a class lies above, ties half; `turned`: below. */
function placements(own: Float64Array, other: Float64Array, isTurned: boolean): Float64Array {
  const all = midRanks(Float64Array.from([...own, ...other]));
  const within = midRanks(own);
  return within.map((rank, i) => {
    const share = ((all[i] ?? NaN) - rank) / other.length;
    return isTurned ? 1 - share : share;
  });
}

function covariance(a: Float64Array, b: Float64Array, ma: number, mb: number): number {
  const products = a.reduce((sum, value, i) => sum + (value - ma) * ((b[i] ?? NaN) - mb), 0);
  return products / (a.length - 1);
}

/**
 * Two areas under the ROC curve of the same cases, by DeLong.
 *
 * z = (A₁ − A₂)/√(var₁ + var₂ − 2 cov), covariances of the placements V₁₀ over positives by m, V₀₁ over negatives
 * by n.
 *
 * @param outcomes 0 or 1.
 * @param first a score of each case.
 * @param second another score of each case.
 * @param level confidence level in (0, 1).
 * @returns z and two-sided p; above 0: the first score tells the classes apart better.
 * @remarks Missing data: cases without either score are to be left out before. No case of a class:
 *   'one-category'; one: 'too-few-cases'; scores that order the cases alike: 'zero-variance'.
 * @throws never.
 * @see DeLong et al. (1988). https://doi.org/10.2307/2531595. Reference values: pROC 1.18.0 `roc.test`.
 */
export function compareAucPaired(
  outcomes: ArrayLike<number>,
  first: ArrayLike<number>,
  second: ArrayLike<number>,
  level = 0.95,
): PairedAucs {
  const of = (scores: ArrayLike<number>, outcome: number) =>
    Float64Array.from(scores).filter((_, i) => outcomes[i] === outcome);
  const parts = [first, second].map((scores) => {
    const [own, other] = [of(scores, 1), of(scores, 0)];
    return { v10: placements(own, other, false), v01: placements(other, own, true) };
  });
  const [a, b] = parts;
  if (!a || !b || a.v10.length === 0 || a.v01.length === 0) {
    return { ok: false, reason: 'one-category' };
  }
  if (a.v10.length < 2 || a.v01.length < 2) return { ok: false, reason: 'too-few-cases' };
  const mean = (values: Float64Array) => values.reduce((sum, v) => sum + v, 0) / values.length;
  const [auc1, auc2] = [mean(a.v10), mean(b.v10)];
  const spread = (key: 'v10' | 'v01') =>
    (covariance(a[key], a[key], auc1, auc1) +
      covariance(b[key], b[key], auc2, auc2) -
      2 * covariance(a[key], b[key], auc1, auc2)) /
    a[key].length;
  const variance = spread('v10') + spread('v01');
  const difference = auc1 - auc2;
  if (!(variance > 1e-15)) return { ok: false, reason: 'zero-variance' };
  const z = difference / Math.sqrt(variance);
  const margin = normalQuantile((1 + level) / 2) * Math.sqrt(variance);
  return {
    ...{ ok: true, aucs: [auc1, auc2], difference, z },
    interval: [difference - margin, difference + margin],
    p: 2 * normalProbability(-Math.abs(z)),
  };
}
