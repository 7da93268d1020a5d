import type { Interval, NotEstimable } from '../estimate.ts';
import { noncentralTInterval } from '../numeric/noncentral-t-interval.ts';
import type { GroupMoments } from './group-moments.ts';
import { hedgesCorrection } from './hedges-correction.ts';

export interface EffectSize {
  readonly value: number;
  readonly interval: Interval;
}

export type StandardisedDifference =
  | {
      readonly ok: true;
      /** Cohen's d: by the pooled SD. */
      readonly cohensD: EffectSize;
      readonly hedgesG: EffectSize;
      readonly hedgesCorrection: number;
      /** By the root mean square of the two SDs; unequal variances. */
      readonly unpooledD: EffectSize;
      /** By the SD of the second group. Infinity when that is 0. */
      readonly glassDelta: number;
      /** Large-sample standard error of d. */
      readonly standardError: number;
    }
  | NotEstimable;

/**
 * Standardised mean differences of two groups, with intervals by the noncentral t distribution.
 *
 * d = (x̄₁ − x̄₂)/s_pooled, g = J(n − 2) d; unpooled: (x̄₁ − x̄₂)/√((s₁² + s₂²)/2) with Welch's t and degrees of
 * freedom; interval δ·SE/SD from the interval of the noncentrality.
 *
 * @param first, second moments of the groups.
 * @param level confidence level in (0, 1).
 * @returns effect sizes, positive when the first group is higher; .2, .5, .8 often read as small, medium, large.
 * @remarks Missing data: not in the moments. Reasons as `twoSampleT`; three people are needed.
 * @throws DomainError of the distributions.
 * @see Hedges, L. V., Olkin, I. (1985). Statistical Methods for Meta-Analysis, chapter 5; Delacre, M. et al. (2021).
 *   https://doi.org/10.31234/osf.io/tu6mp. Reference values: effectsize 0.8.3.
 */
export function standardisedDifference(
  first: GroupMoments,
  second: GroupMoments,
  level = 0.95,
): StandardisedDifference {
  const [n1, n2] = [first.n, second.n];
  if (n1 < 2 || n2 < 2) return { ok: false, reason: 'too-few-respondents' };
  const difference = first.mean - second.mean;
  const [v1, v2] = [first.squares / (n1 - 1), second.squares / (n2 - 1)];
  if (v1 + v2 === 0) return { ok: false, reason: 'zero-variance' };
  const freedom = n1 + n2 - 2;
  const effect = (sd: number, standardError: number, degrees: number): EffectSize => {
    const [lower, upper] = noncentralTInterval(difference / standardError, degrees, level);
    const scale = standardError / sd;
    return { value: difference / sd, interval: [lower * scale, upper * scale] };
  };
  const pooled = Math.sqrt((first.squares + second.squares) / freedom);
  const cohensD = effect(pooled, pooled * Math.sqrt(1 / n1 + 1 / n2), freedom);
  const [e1, e2] = [v1 / n1, v2 / n2];
  const welch = (e1 + e2) ** 2 / (e1 ** 2 / (n1 - 1) + e2 ** 2 / (n2 - 1));
  const correction = hedgesCorrection(freedom);
  const [lower, upper] = cohensD.interval;
  return {
    ok: true,
    cohensD,
    hedgesG: {
      value: correction * cohensD.value,
      interval: [correction * lower, correction * upper],
    },
    hedgesCorrection: correction,
    unpooledD: effect(Math.sqrt((v1 + v2) / 2), Math.sqrt(e1 + e2), welch),
    glassDelta: difference / Math.sqrt(v2),
    standardError: Math.sqrt((n1 + n2) / (n1 * n2) + cohensD.value ** 2 / (2 * (n1 + n2))),
  };
}
