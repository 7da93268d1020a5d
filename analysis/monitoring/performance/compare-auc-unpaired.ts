import type { Interval, NotEstimable } from '../../estimate.ts';
import { studentTQuantile } from '../../numeric/student-t-quantile.ts';
import { studentTTwoSidedP } from '../../numeric/student-t-two-sided-p.ts';
import type { AreaUnderCurve } from './auc-from-counts.ts';

export type UnpairedAucs =
  | {
      readonly ok: true;
      /** First minus second. */
      readonly difference: number;
      readonly interval: Interval;
      readonly d: number;
      readonly degreesOfFreedom: number;
      readonly p: number;
    }
  | NotEstimable;

/**
 * Two areas under the ROC curve of different people.
 *
 * D = (A₁ − A₂)/√(v₁ + v₂), on (v₁ + v₂)²/(v₁²/(N₁ − 1) + v₂²/(N₂ − 1)) degrees of freedom.
 *
 * @param first area with DeLong's variance.
 * @param second that of other cases.
 * @param level confidence level in (0, 1).
 * @returns D, two-sided p by Student's t; above 0: the score works better in the first group.
 * @remarks Missing data: not in the areas. Both variances 0: 'zero-variance'.
 * @throws never.
 * @see DeLong et al. (1988). https://doi.org/10.2307/2531595; degrees of freedom after Welch. Reference values:
 *   pROC 1.18.0 `roc.test(paired = FALSE)`.
 */
export function compareAucUnpaired(
  first: AreaUnderCurve,
  second: AreaUnderCurve,
  level = 0.95,
): UnpairedAucs {
  const difference = first.auc - second.auc;
  const variance = first.variance + second.variance;
  if (!(variance > 0)) return { ok: false, reason: 'zero-variance' };
  const part = ({ variance: v, positives, negatives }: AreaUnderCurve) =>
    v ** 2 / (positives + negatives - 1);
  const degreesOfFreedom = variance ** 2 / (part(first) + part(second));
  const error = Math.sqrt(variance);
  const d = difference / error;
  const margin = studentTQuantile((1 + level) / 2, degreesOfFreedom) * error;
  return {
    ...{ ok: true, difference, interval: [difference - margin, difference + margin] },
    ...{ d, degreesOfFreedom, p: studentTTwoSidedP(d, degreesOfFreedom) },
  };
}
