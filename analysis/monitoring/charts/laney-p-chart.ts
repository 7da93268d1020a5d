import type { ControlChartResult } from './control-chart.ts';
import { rateChart, type RateOptions } from './rate-chart.ts';

/**
 * Laney's p′ chart: proportions whose limits also allow for the variation between periods.
 *
 * p̄ ± 3 σ_z √(p̄(1 − p̄)/n_t), σ_z = m̄R(z)/1.128, z_t = (p_t − p̄)/√(p̄(1 − p̄)/n_t).
 *
 * @param events how many of each period's cases have the property; missing is NaN.
 * @param sizes cases of each period.
 * @param options stages with their baselines.
 * @returns points in [0, 1]; σ_z near 1: as a p chart, 11: binomial errors are eleven times too small.
 * @remarks Missing data and degenerate cases: see `rateChart`.
 * @throws errors of `rateChart`.
 * @see Laney, D. B. (2002). https://doi.org/10.1081/QEN-120003555; Mohammed, M. A., et al. (2013).
 *   https://doi.org/10.1136/bmjqs-2012-001373. Reference values: qicharts2, formula in R 4.2.2.
 */
export function laneyPChart(
  events: readonly number[],
  sizes: readonly number[],
  options: RateOptions = {},
): ControlChartResult {
  const family = { kind: 'p-prime', most: 1, isOverdispersed: true } as const;
  return rateChart(events, sizes, { ...family, unitVariance: (p) => p * (1 - p) }, options);
}
