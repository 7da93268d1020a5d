import { chartByStages } from './chart-by-stages.ts';
import type { ControlChartResult, StageStart } from './control-chart.ts';
import { meanMovingRange } from './mean-moving-range.ts';
import { readSeries } from './read-series.ts';

/** Makes exponential waiting times nearly normal. */
const POWER = 3.6;
/** 3/d₂ with d₂ = 1.128. */
const THREE_SIGMA = 3 / 1.128;

/**
 * The chart of time between rare events: a high point is a good one.
 *
 * y = x^{1/3.6}; ȳ ± 3 m̄R(y)/1.128, cut at 0, and back by y^{3.6}.
 *
 * @param times from one event to the next, ≥ 0, in any unit; missing is NaN.
 * @param options stages with their baselines; whether single jumps are left out, default yes.
 * @returns points ≥ 0 with limits that are not symmetrical.
 * @remarks Missing data: passed over. Fewer than two times in a baseline: 'too-few-points'; all equal:
 *   'zero-variance'.
 * @throws DomainError 'count', and of `chartByStages`.
 * @see Nelson, L. S. (1994). A control chart for parts-per-million nonconforming items. J Qual Technol 26,
 *   239–240. https://doi.org/10.1080/00224065.1994.11979530. Reference values: qicharts2.
 */
export function tChart(
  times: readonly number[],
  {
    stages,
    screen = true,
  }: {
    readonly stages?: readonly StageStart[] | undefined;
    readonly screen?: boolean | undefined;
  } = {},
): ControlChartResult {
  return chartByStages('t', readSeries(times, 0), stages, (baseline) => {
    const own = baseline.map(({ value }) => value ** (1 / POWER));
    const mean = own.reduce((sum, value) => sum + value, 0) / own.length;
    const outer = THREE_SIGMA * meanMovingRange(own, screen);
    if (!(outer > 0)) return { ok: false, reason: 'zero-variance' };
    const at = (share: number) => Math.max(0, mean + share * outer) ** POWER;
    const limits = {
      ...{ centre: at(0), lower: at(-1), upper: at(1) },
      ...{ innerLower: at(-2 / 3), innerUpper: at(2 / 3) },
    };
    return { ok: true, dispersion: null, limitsOf: () => limits };
  });
}
