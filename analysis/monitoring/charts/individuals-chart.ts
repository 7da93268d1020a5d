import { chartByStages } from './chart-by-stages.ts';
import type { ControlChartResult, Limits, StageStart } from './control-chart.ts';
import { meanMovingRange } from './mean-moving-range.ts';

export interface IndividualsOptions {
  readonly stages?: readonly StageStart[] | undefined;
  /** Whether single jumps are left out of the mean moving range; default yes, as NHS England does. */
  readonly screen?: boolean | undefined;
  /** 2.66, or 3/d₂ with d₂ = 1.128. */
  readonly constant?: 'rounded' | 'd2' | undefined;
}

/** 3/d₂ of ranges of two, and what most tables print of it. */
const THREE_SIGMA = { rounded: 2.66, d2: 3 / 1.128 } as const;

/**
 * The chart of single measurements (XmR): limits from moving ranges.
 *
 * x̄ ± 2.66 m̄R; two sigma x̄ ± ⅔ · 2.66 m̄R.
 *
 * @param values one a period, in order of time; missing is NaN.
 * @param options stages with their baselines; screening; the constant.
 * @returns points with limits, not cut.
 * @remarks Missing data: NaN is passed over. Fewer than two values in a baseline: 'too-few-points'; a baseline
 *   that never changes: 'zero-variance', since any change would be a signal.
 * @throws DomainError of `chartByStages`.
 * @see Shewhart, W. A. (1931); Wheeler, D. J. (2000). Understanding Variation, ch. 3. Reference values:
 *   NHSRplotthedots, qcc 2.7 (`constant: 'd2'`, not screened).
 */
export function individualsChart(
  values: readonly number[],
  { stages, screen = true, constant = 'rounded' }: IndividualsOptions = {},
): ControlChartResult {
  const observations = values
    .map((value, index) => ({ index, value }))
    .filter(({ value }) => !Number.isNaN(value));
  return chartByStages('xmr', observations, stages, (baseline) => {
    const own = baseline.map(({ value }) => value);
    const centre = own.reduce((sum, value) => sum + value, 0) / own.length;
    const outer = THREE_SIGMA[constant] * meanMovingRange(own, screen);
    if (!(outer > 0)) return { ok: false, reason: 'zero-variance' };
    const inner = (2 / 3) * outer;
    const limits: Limits = {
      ...{ centre, lower: centre - outer, upper: centre + outer },
      ...{ innerLower: centre - inner, innerUpper: centre + inner },
    };
    return { ok: true, dispersion: null, limitsOf: () => limits };
  });
}
