import { chartByStages } from './chart-by-stages.ts';
import type { ControlChartResult, StageStart } from './control-chart.ts';
import { limitsAfterNone } from './limits-after-none.ts';
import { readSeries } from './read-series.ts';

/**
 * The chart of counts in periods of the same exposure.
 *
 * c̄ ± 3 √c̄, cut at 0.
 *
 * @param counts events of each period, ≥ 0; missing is NaN.
 * @param options stages with their baselines.
 * @returns points ≥ 0.
 * @remarks Missing data: passed over. Fewer than two periods in a baseline: 'too-few-points'; no event in it:
 *   limits of `limitAfterNone`.
 * @throws DomainError 'count', and of `chartByStages`.
 * @see Montgomery, D. C. (2013). Introduction to Statistical Quality Control (7th ed.), 7.3. Reference values:
 *   qcc 2.7.
 */
export function cChart(
  counts: readonly number[],
  { stages }: { readonly stages?: readonly StageStart[] | undefined } = {},
): ControlChartResult {
  return chartByStages('c', readSeries(counts, 0), stages, (baseline) => {
    const centre = baseline.reduce((sum, { value }) => sum + value, 0) / baseline.length;
    if (centre === 0) return limitsAfterNone(() => ({ before: baseline.length, size: 1 }));
    const at = (sigmas: number) => Math.max(0, centre + sigmas * Math.sqrt(centre));
    const limits = {
      ...{ centre, lower: at(-3), upper: at(3), innerLower: at(-2), innerUpper: at(2) },
    };
    return { ok: true, dispersion: null, limitsOf: () => limits };
  });
}
