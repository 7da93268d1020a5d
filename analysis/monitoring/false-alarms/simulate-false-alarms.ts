import { DomainError } from '../../errors.ts';
import { drawNormal } from '../../numeric/draw-normal.ts';
import { seededGenerator } from '../../numeric/seeded-generator.ts';
import { individualsChart } from '../charts/individuals-chart.ts';
import { causesOnArrival } from '../rules/causes-on-arrival.ts';
import { specialCauses } from '../rules/special-causes.ts';
import type { RuleName } from '../rules/rule-sets.ts';

export interface FalseAlarmSimulation {
  readonly points: number;
  readonly rules: readonly RuleName[];
  /** Points the limits are frozen on; default: all of them. */
  readonly baseline?: number | undefined;
  readonly screen?: boolean | undefined;
  readonly draws?: number | undefined;
  readonly seed?: number | undefined;
}

export interface FalseAlarmRates {
  readonly draws: number;
  /** Share of charts with a flag anywhere, and its Monte Carlo error. */
  readonly anyFlag: number;
  readonly standardError: number;
  /** Chance that a new point after the baseline, or any point without one, raises an alarm that was not on yet. */
  readonly perPoint: number;
}

/**
 * How often rules flag a chart on which nothing happens.
 *
 * Independent normal points; limits from all points, or frozen on the first ones; flags counted over draws. An
 * alarm is raised by a point that is flagged on arrival when the one before it was not (`causesOnArrival`).
 *
 * @param simulation points, rules, baseline, draws, seed.
 * @returns shares in [0, 1]; autocorrelated series flag more often.
 * @remarks Missing data: none.
 * @throws DomainError 'chart-design' for fewer than two points or a baseline beyond them.
 * @see Woodall, W. H. (2000). Controversies and contradictions in statistical process control. J Qual Technol 32,
 *   341–350. https://doi.org/10.1080/00224065.2000.11980013. Reference values: simulations of the study.
 */
export function simulateFalseAlarms(simulation: FalseAlarmSimulation): FalseAlarmRates {
  const { points: n, rules, baseline = n, screen, draws = 4000, seed = 1 } = simulation;
  if (!(n >= 2 && baseline >= 2 && baseline <= n && draws >= 1)) {
    throw new DomainError('chart-design', { n, baseline, draws });
  }
  const random = seededGenerator(seed);
  const first = baseline === n ? 0 : baseline;
  let [flaggedCharts, starts] = [0, 0];
  for (let draw = 0; draw < draws; draw += 1) {
    const values = Array.from({ length: n }, () => drawNormal(random));
    const chart = individualsChart(values, { screen, stages: [{ from: 0, baseline }] });
    if (!chart.ok) continue;
    const isFlagged = (causes: readonly unknown[]) => causes.length > 0;
    if (specialCauses(chart.points, rules).slice(first).some(isFlagged)) flaggedCharts += 1;
    const alerts = causesOnArrival(chart.points, rules).map(isFlagged);
    starts += alerts.filter((flag, i) => i >= first && flag && alerts[i - 1] !== true).length;
  }
  const anyFlag = flaggedCharts / draws;
  return {
    ...{ draws, anyFlag, standardError: Math.sqrt((anyFlag * (1 - anyFlag)) / draws) },
    perPoint: starts / (draws * (n - first)),
  };
}
