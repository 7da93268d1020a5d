import type { ControlChartResult } from './control-chart.ts';
import { rateChart, type RateOptions } from './rate-chart.ts';

/**
 * The chart of rates with Poisson limits.
 *
 * ū ± 3 √(ū/e_t), ū = Σ c / Σ e.
 *
 * @param counts events of each period; missing is NaN.
 * @param exposures what they could happen in: bed days, hours, notes.
 * @param options stages with their baselines.
 * @returns points ≥ 0 with limits cut at 0.
 * @remarks Missing data and degenerate cases: see `rateChart`. `laneyUChart` is the one to use.
 * @throws errors of `rateChart`.
 * @see Montgomery, D. C. (2013). Introduction to Statistical Quality Control (7th ed.), 7.3. Reference values:
 *   qcc 2.7, qicharts2.
 */
export function uChart(
  counts: readonly number[],
  exposures: readonly number[],
  options: RateOptions = {},
): ControlChartResult {
  const family = { kind: 'u', most: Infinity, isOverdispersed: false } as const;
  return rateChart(counts, exposures, { ...family, unitVariance: (u) => u }, options);
}
