import type { EffectSize } from './standardised-difference.ts';
import { hedgesCorrection } from './hedges-correction.ts';
import type { PairedMoments } from './paired-change-from-moments.ts';
import type { Interval, NotEstimable } from '../estimate.ts';
import { noncentralTInterval } from '../numeric/noncentral-t-interval.ts';

export type PairedEffectSizes =
  | {
      readonly ok: true;
      /** By the SD of the change; the standardised response mean is the same number. */
      readonly cohensDz: EffectSize;
      /** d_z corrected for small samples. */
      readonly hedgesGz: EffectSize;
      /** By the mean of the two SDs. */
      readonly dAv: number;
      readonly dAvInterval: Interval;
      /** By the SD before, Glass's delta. Null when that is 0. */
      readonly dBefore: number | null;
      /** d_z brought to the scale of independent groups by the correlation. */
      readonly dRm: number;
    }
  | NotEstimable;

/**
 * Standardised effect sizes of a paired change.
 *
 * d_z = d̄/s_d, interval δ/√n from the noncentral t; g_z = J(n − 1) d_z; d_av = d̄/((s₁ + s₂)/2), interval that of d_z
 * times s_d/((s₁ + s₂)/2); d̄/s₁; d_rm = d_z √(2(1 − r)).
 *
 * @param moments of the n complete pairs.
 * @param r correlation of before and after; NaN when one of them does not vary.
 * @param level confidence level in (0, 1).
 * @returns effect sizes, positive: higher later. They answer different questions: name the one you report.
 * @remarks Missing data: complete pairs only. n < 3: 'too-few-respondents'; the same change for everybody:
 *   'zero-variance'.
 * @throws DomainError of the distributions.
 * @see Lakens, D. (2013). https://doi.org/10.3389/fpsyg.2013.00863, eqs. 6–10; Algina, J., Keselman, H. J. (2003).
 *   https://doi.org/10.1177/0013164403256358 (interval of d_av, here with the mean of the SDs). Reference values:
 *   effectsize 0.8.3 `cohens_d(paired = TRUE)`; interval of d_av: limits of `pt(ncp)` in R 4.2.2.
 */
export function pairedEffectSizes(
  moments: PairedMoments,
  r: number,
  level = 0.95,
): PairedEffectSizes {
  const { n, meanBefore, meanAfter, sdBefore, sdAfter, sdChange } = moments;
  if (n < 3) return { ok: false, reason: 'too-few-respondents' };
  if (!(sdChange > 0)) return { ok: false, reason: 'zero-variance' };
  const change = meanAfter - meanBefore;
  const dz = change / sdChange;
  const [low, high] = noncentralTInterval(dz * Math.sqrt(n), n - 1, level);
  const interval = [low / Math.sqrt(n), high / Math.sqrt(n)] as const;
  const perAverage = (2 * sdChange) / (sdBefore + sdAfter);
  const correction = hedgesCorrection(n - 1);
  return {
    ok: true,
    cohensDz: { value: dz, interval },
    hedgesGz: {
      value: correction * dz,
      interval: [correction * interval[0], correction * interval[1]],
    },
    dAv: (2 * change) / (sdBefore + sdAfter),
    dAvInterval: [interval[0] * perAverage, interval[1] * perAverage],
    dBefore: sdBefore > 0 ? change / sdBefore : null,
    // Without a correlation the variance of the change is that of the part that varies.
    dRm: dz * Math.sqrt(2 * (1 - (Number.isNaN(r) ? 0 : r))),
  };
}
