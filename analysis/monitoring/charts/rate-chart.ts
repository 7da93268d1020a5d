import { DomainError, ShapeError } from '../../errors.ts';
import { chartByStages, type Observation } from './chart-by-stages.ts';
import type { ChartKind, ControlChartResult, StageStart } from './control-chart.ts';
import { limitsAfterNone } from './limits-after-none.ts';
import { meanMovingRange } from './mean-moving-range.ts';
import { sumBy } from '../../numeric/sum-by.ts';

export interface RateOptions {
  readonly stages?: readonly StageStart[] | undefined;
}

interface Rate extends Observation {
  readonly count: number;
  readonly size: number;
}

interface RateFamily {
  readonly kind: ChartKind;
  /** Variance of one unit of the denominator at the centre: p(1 − p), or u. */
  readonly unitVariance: (centre: number) => number;
  /** Where the statistic ends: 1, or ∞. */
  readonly most: number;
  readonly isOverdispersed: boolean;
}

/** d₂ for ranges of two, as the papers on p′ print it. */
const D2 = 1.128;

function readRates(counts: readonly number[], sizes: readonly number[], most: number): Rate[] {
  if (counts.length !== sizes.length) throw new ShapeError('counts-and-sizes');
  return counts.flatMap((count, index) => {
    const size = sizes[index] ?? NaN;
    if (Number.isNaN(count) || Number.isNaN(size) || size === 0) return [];
    if (!(count >= 0 && size > 0 && count <= most * size)) {
      throw new DomainError('count', { index, count, size });
    }
    return [{ index, count, size, value: count / size }];
  });
}

/**
 * A chart of counts over denominators, with or without Laney's widening: the kernel of p, p′, u and u′.
 *
 * r̄ = Σ d / Σ n; s_t = √(v(r̄)/n_t); limits r̄ ± 3 σ_z s_t, two sigma r̄ ± 2 σ_z s_t, with σ_z = 1 or
 * m̄R(z)/1.128, z_t = (r_t − r̄)/s_t.
 *
 * @param counts events of each period; missing is NaN.
 * @param sizes denominators of the periods.
 * @param family variance and bound of the statistic.
 * @param options stages with their baselines.
 * @returns points with limits cut at 0 and at the bound.
 * @remarks Missing data, and periods with denominator 0, are passed over. Fewer than two periods in a baseline:
 *   'too-few-points'; no event, or nothing but events, in a baseline: limits of `limitAfterNone`; σ_z = 0:
 *   'zero-variance'.
 * @throws ShapeError 'counts-and-sizes'; DomainError 'count', and of `chartByStages`.
 * @see Laney, D. B. (2002). Improved control charts for attributes. Quality Engineering 14, 531–537.
 *   https://doi.org/10.1081/QEN-120003555. Reference values: qicharts2, qcc 2.7.
 */
export function rateChart(
  counts: readonly number[],
  sizes: readonly number[],
  { kind, unitVariance, most, isOverdispersed }: RateFamily,
  { stages }: RateOptions = {},
): ControlChartResult {
  return chartByStages(kind, readRates(counts, sizes, most), stages, (baseline) => {
    const centre = sumBy(baseline, ({ count }) => count) / sumBy(baseline, ({ size }) => size);
    const variance = unitVariance(centre);
    if (!(variance > 0)) {
      const before = sumBy(baseline, ({ size }) => size);
      const all = { most, isEverything: centre > 0 };
      return limitsAfterNone<Rate>(({ size }) => ({ before, size }), all);
    }
    const sd = ({ size }: Rate) => Math.sqrt(variance / size);
    const z = baseline.map((rate) => (rate.value - centre) / sd(rate));
    const dispersion = isOverdispersed ? meanMovingRange(z, false) / D2 : null;
    if (dispersion === 0) return { ok: false, reason: 'zero-variance' };
    const at = (rate: Rate, sigmas: number) => {
      const limit = centre + sigmas * (dispersion ?? 1) * sd(rate);
      return Math.min(most, Math.max(0, limit));
    };
    return {
      ...{ ok: true, dispersion },
      limitsOf: (rate) => ({
        ...{ centre, lower: at(rate, -3), upper: at(rate, 3) },
        ...{ innerLower: at(rate, -2), innerUpper: at(rate, 2) },
      }),
    };
  });
}
