import { median } from '../../numeric/median.ts';
import { chartByStages } from './chart-by-stages.ts';
import type { ControlChartResult, StageStart } from './control-chart.ts';
import { readSeries } from './read-series.ts';

/**
 * The chart of cases between rare events (geometric): a high point is a good one.
 *
 * ḡ ± 3 √(ḡ(ḡ + 1)), cut at 0; the line in the middle is the median, since the distribution is skewed.
 *
 * @param gaps cases from one event to the next, ≥ 0; missing is NaN.
 * @param options stages with their baselines.
 * @returns points ≥ 0; the lower limit is 0, so rules of runs must find what becomes more frequent.
 * @remarks Missing data: passed over. Fewer than two gaps in a baseline: 'too-few-points'; nothing but zeros:
 *   'zero-variance'.
 * @throws DomainError 'count', and of `chartByStages`.
 * @see Benneyan, J. C. (2001). Number-between g-type statistical quality control charts. Health Care Management
 *   Science 4, 305–318. https://doi.org/10.1023/A:1011846412909; Provost & Murray (2011), ch. 7. Reference
 *   values: qicharts2.
 */
export function gChart(
  gaps: readonly number[],
  { stages }: { readonly stages?: readonly StageStart[] | undefined } = {},
): ControlChartResult {
  return chartByStages('g', readSeries(gaps, 0), stages, (baseline) => {
    const own = baseline.map(({ value }) => value);
    const mean = own.reduce((sum, value) => sum + value, 0) / own.length;
    if (mean === 0) return { ok: false, reason: 'zero-variance' };
    const sd = Math.sqrt(mean * (mean + 1));
    const at = (sigmas: number) => Math.max(0, mean + sigmas * sd);
    const limits = {
      ...{ centre: median(Float64Array.from(own)), lower: at(-3), upper: at(3) },
      ...{ innerLower: at(-2), innerUpper: at(2) },
    };
    return { ok: true, dispersion: null, limitsOf: () => limits };
  });
}
