import type { ControlChartResult } from './control-chart.ts';
import { rateChart, type RateOptions } from './rate-chart.ts';

/**
 * The chart of proportions with binomial limits.
 *
 * p̄ ± 3 √(p̄(1 − p̄)/n_t), p̄ = Σ d / Σ n.
 *
 * @param events how many of each period's cases have the property; missing is NaN.
 * @param sizes cases of each period.
 * @param options stages with their baselines.
 * @returns points in [0, 1] with limits cut there.
 * @remarks Missing data and degenerate cases: see `rateChart`. With large n_t nearly every point of an honest
 *   series lies outside: `laneyPChart` is the one to use.
 * @throws errors of `rateChart`.
 * @see Montgomery, D. C. (2013). Introduction to Statistical Quality Control (7th ed.), 7.2. Reference values:
 *   qcc 2.7, qicharts2.
 */
export function pChart(
  events: readonly number[],
  sizes: readonly number[],
  options: RateOptions = {},
): ControlChartResult {
  const family = { kind: 'p', most: 1, isOverdispersed: false } as const;
  return rateChart(events, sizes, { ...family, unitVariance: (p) => p * (1 - p) }, options);
}
