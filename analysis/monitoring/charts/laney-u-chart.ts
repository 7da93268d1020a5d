import type { ControlChartResult } from './control-chart.ts';
import { rateChart, type RateOptions } from './rate-chart.ts';

/**
 * Laney's u′ chart: rates whose limits also allow for the variation between periods.
 *
 * ū ± 3 σ_z √(ū/e_t), σ_z = m̄R(z)/1.128, z_t = (u_t − ū)/√(ū/e_t).
 *
 * @param counts events of each period; missing is NaN.
 * @param exposures what they could happen in: bed days, hours, notes.
 * @param options stages with their baselines.
 * @returns points ≥ 0 with limits cut at 0; σ_z near 1: as a u chart.
 * @remarks Missing data and degenerate cases: see `rateChart`.
 * @throws errors of `rateChart`.
 * @see Laney, D. B. (2002). https://doi.org/10.1081/QEN-120003555. Reference values: qicharts2.
 */
export function laneyUChart(
  counts: readonly number[],
  exposures: readonly number[],
  options: RateOptions = {},
): ControlChartResult {
  const family = { kind: 'u-prime', most: Infinity, isOverdispersed: true } as const;
  return rateChart(counts, exposures, { ...family, unitVariance: (u) => u }, options);
}
