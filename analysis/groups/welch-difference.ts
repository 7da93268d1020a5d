import type { Interval, NotEstimable } from '../estimate.ts';
import { studentTQuantile } from '../numeric/student-t-quantile.ts';
import { studentTTwoSidedP } from '../numeric/student-t-two-sided-p.ts';

export interface GroupMoments {
  readonly n: number;
  readonly mean: number;
  /** Sample SD (n − 1). */
  readonly sd: number;
}

export interface MeanDifference {
  readonly ok: true;
  readonly difference: number;
  readonly interval: Interval;
  readonly t: number;
  readonly degreesOfFreedom: number;
  readonly p: number;
}

/**
 * Welch's t-test of the difference of two independent means, without assuming equal variances.
 *
 * d = x̄₁ − x̄₂, s² = s₁²/n₁ + s₂²/n₂, t = d / s on
 * ν = s⁴ / ((s₁²/n₁)²/(n₁ − 1) + (s₂²/n₂)²/(n₂ − 1)) degrees of freedom, p two-sided;
 * interval d ± t_{(1 + level)/2, ν} · s.
 *
 * @param first moments of one group; persons are independent within and between groups.
 * @param second moments of the other.
 * @param level confidence level in (0, 1).
 * @returns first minus second in the unit of the means; ν > 0, not an integer; p in [0, 1].
 * @remarks Missing data: n counts those with a value. A group of fewer than two:
 *   'too-few-respondents'. No variance in both groups: 'zero-variance'.
 * @throws DomainError as `studentTQuantile`, for a level outside (0, 1).
 * @see Welch, B. L. (1947). Biometrika 34, 28–35. https://doi.org/10.1093/biomet/34.1-2.28;
 *   Satterthwaite, F. E. (1946). Biometrics Bulletin 2, 110–114. https://doi.org/10.2307/3002019.
 *   Reference values: R 4.2.2 `t.test`.
 */
export function welchDifference(
  first: GroupMoments,
  second: GroupMoments,
  level = 0.95,
): MeanDifference | NotEstimable {
  if (first.n < 2 || second.n < 2) return { ok: false, reason: 'too-few-respondents' };
  const a = (first.sd * first.sd) / first.n;
  const b = (second.sd * second.sd) / second.n;
  const variance = a + b;
  if (variance === 0) return { ok: false, reason: 'zero-variance' };
  const difference = first.mean - second.mean;
  const standardError = Math.sqrt(variance);
  // Shares of the variance: their squares cannot underflow as those of a and b could.
  const [shareA, shareB] = [a / variance, b / variance];
  const degreesOfFreedom =
    1 / ((shareA * shareA) / (first.n - 1) + (shareB * shareB) / (second.n - 1));
  const margin = studentTQuantile((1 + level) / 2, degreesOfFreedom) * standardError;
  const t = difference / standardError;
  return {
    ok: true,
    difference,
    interval: [difference - margin, difference + margin],
    t,
    degreesOfFreedom,
    p: studentTTwoSidedP(t, degreesOfFreedom),
  };
}
