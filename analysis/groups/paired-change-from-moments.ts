import type { Estimate, Interval, NotEstimable } from '../estimate.ts';
import { studentTTwoSidedP } from '../numeric/student-t-two-sided-p.ts';
import { meanInterval } from './mean-interval.ts';

export interface PairedMoments {
  readonly n: number;
  readonly meanBefore: number;
  readonly meanAfter: number;
  readonly sdBefore: number;
  readonly sdAfter: number;
  /** SD (n − 1) of after − before. */
  readonly sdChange: number;
}

export type PairedChange =
  | (PairedMoments & {
      readonly ok: true;
      readonly meanChange: number;
      readonly interval: Interval;
      readonly t: number;
      readonly degreesOfFreedom: number;
      readonly p: number;
      readonly standardisedResponseMean: number;
      readonly dAv: Estimate;
    })
  | NotEstimable;

/**
 * The paired t-test of a change, with two standardised effect sizes.
 *
 * With d = x_after − x_before: t = d̄ √n / s_d on n − 1 degrees of freedom, p two-sided;
 * SRM = d̄ / s_d; d_av = d̄ / ((s_before + s_after)/2).
 *
 * @param moments of the n complete pairs.
 * @param level confidence level in (0, 1).
 * @returns change in the unit of the scores, positive: later is higher; p in [0, 1]; SRM and d_av in
 *   (−∞, ∞), 0.2, 0.5, 0.8 often read as small, medium, large.
 * @remarks Missing data: complete pairs only. n < 2: 'too-few-respondents'. s_d = 0 (all changed by
 *   the same amount): 'zero-variance'.
 * @throws DomainError as `meanInterval`.
 * @see Student (1908). https://doi.org/10.2307/2331554; Liang, M. H. et al. (1990). Med Care 28,
 *   632–642 (SRM). https://doi.org/10.1097/00005650-199007000-00008; Cumming, G. (2012). Understanding
 *   the New Statistics, ch. 11 (d_av). Reference values: R 4.2.2 `t.test(paired = TRUE)`.
 */
export function pairedChangeFromMoments(moments: PairedMoments, level = 0.95): PairedChange {
  const { n, meanBefore, meanAfter, sdBefore, sdAfter, sdChange } = moments;
  if (n < 2) return { ok: false, reason: 'too-few-respondents' };
  if (sdChange === 0) return { ok: false, reason: 'zero-variance' };
  const meanChange = meanAfter - meanBefore;
  const t = (meanChange * Math.sqrt(n)) / sdChange;
  const averageSd = (sdBefore + sdAfter) / 2;
  return {
    ...moments,
    ok: true,
    meanChange,
    interval: meanInterval({ n, mean: meanChange, sd: sdChange }, level),
    t,
    degreesOfFreedom: n - 1,
    p: studentTTwoSidedP(t, n - 1),
    standardisedResponseMean: meanChange / sdChange,
    dAv: { ok: true, value: meanChange / averageSd },
  };
}
