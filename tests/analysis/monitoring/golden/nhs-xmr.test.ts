import { expect, it } from 'vitest';
import { individualsChart } from '#analysis/monitoring/charts/individuals-chart.ts';
import type { Direction } from '#analysis/monitoring/rules/read-variation.ts';
import { readVariation } from '#analysis/monitoring/rules/read-variation.ts';
import { ruleSets } from '#analysis/monitoring/rules/rule-sets.ts';
import { specialCauses, type SpecialCause } from '#analysis/monitoring/rules/special-causes.ts';
import { expectLeaves, readGolden } from './golden.ts';

interface Series {
  id: string;
  y: number[];
  mean: number[];
  lpl: number[];
  upl: number[];
  rebase_group: number[];
  special_cause_type: string[];
  point_type: string[];
  improvement: Direction;
  screen_outliers: boolean;
  fix_after_n?: number;
  rebase_at?: number[];
}

const series = readGolden('spc-nhs-xmr.json') as Series[];

/** The names of NHSRplotthedots. */
function typeOf(cause: SpecialCause | undefined): string {
  if (!cause) return 'Common Cause';
  const side = cause.side === 'high' ? 'Above' : 'Below';
  switch (cause.rule) {
    case 'beyond-limits':
      return `${side} ${cause.side === 'high' ? 'UCL' : 'LCL'}`;
    case 'seven-point-trend':
      return `7 Point Trend (${cause.side === 'high' ? 'Increasing' : 'Decreasing'})`;
    case 'two-of-three':
      return `2 in 3 ${side} CL`;
    case 'seven-point-shift':
      return `7 Points ${side} CL`;
  }
}

function pointType(causes: readonly SpecialCause[], direction: Direction): string {
  const [reading, side] = readVariation(causes, direction).split('-');
  if (reading === 'common') return 'common_cause';
  return `special_cause_${reading ?? ''}${reading === 'neutral' ? `_${side ?? ''}` : ''}`;
}

it.each(series.map((one) => [one.id, one] as const))('%s equals NHSRplotthedots', (id, one) => {
  const chart = individualsChart(one.y, {
    screen: one.screen_outliers,
    stages: one.rebase_at
      ? [{ from: 0 }, ...one.rebase_at.map((place) => ({ from: place - 1 }))]
      : [{ from: 0, baseline: one.fix_after_n }],
  });
  if (!chart.ok) throw new Error(chart.reason);
  const causes = specialCauses(chart.points, ruleSets['nhs-seven'].rules);
  const { mean, lpl, upl, rebase_group, special_cause_type, point_type } = one;
  expectLeaves(
    id,
    { mean, lpl, upl, rebase_group, special_cause_type, point_type },
    {
      mean: chart.points.map(({ centre }) => centre),
      lpl: chart.points.map(({ lower }) => lower),
      upl: chart.points.map(({ upper }) => upper),
      rebase_group: chart.points.map(({ stage }) => stage),
      special_cause_type: causes.map(([first]) => typeOf(first)),
      point_type: causes.map((own) => pointType(own, one.improvement)),
    },
    { abs: 1e-9, rel: 1e-9 },
  );
  expect(chart.points).toHaveLength(one.y.length);
});
