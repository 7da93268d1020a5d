import { describe, expect, it } from 'vitest';
import { readTable } from '#app/services/analyses/read-table.ts';
import type { ControlChartResult } from '#analysis/monitoring/charts/control-chart.ts';
import { gChart } from '#analysis/monitoring/charts/g-chart.ts';
import { laneyPChart } from '#analysis/monitoring/charts/laney-p-chart.ts';
import { laneyUChart } from '#analysis/monitoring/charts/laney-u-chart.ts';
import { pChart } from '#analysis/monitoring/charts/p-chart.ts';
import { tChart } from '#analysis/monitoring/charts/t-chart.ts';
import { uChart } from '#analysis/monitoring/charts/u-chart.ts';
import { runsAnalysis } from '#analysis/monitoring/rules/runs-analysis.ts';
import { beyondLimits } from '#analysis/monitoring/rules/beyond-limits.ts';
import { numberColumn } from '#analysis/table/number-column.ts';
import { besideText, expectLeaves, readGolden, readOwnData } from './golden.ts';

interface Case {
  y: number[];
  n: (number | null)[];
  cl: number[];
  lcl: number[];
  ucl: number[];
  sigma_signal: boolean[];
  runs_signal: boolean;
  longest_run: number;
  longest_run_max: number;
  n_crossings: number;
  n_crossings_min: number;
}

/** Without the names of the chart and its data. */
const numbersOf = (expected: object) =>
  Object.fromEntries(
    Object.entries(expected).filter(([key]) => !['chart', 'data', 'freeze'].includes(key)),
  );

/** By the name of the case: its rates are counts over sizes. */
const charts: Record<
  string,
  (counts: number[], sizes: number[], y: number[]) => ControlChartResult
> = {
  p_ae: (d, n) => pChart(d, n),
  pprime_ae: (d, n) => laneyPChart(d, n),
  p_nhs: (d, n) => pChart(d, n),
  pprime_nhs: (d, n) => laneyPChart(d, n),
  u_cdi: (d, n) => uChart(d, n),
  u_cdi_freeze: (d, n) => uChart(d, n, { stages: [{ from: 0, baseline: 24 }] }),
  uprime_cdi: (d, n) => laneyUChart(d, n),
  g_chart: (_d, _n, y) => gChart(y),
  t_chart: (_d, _n, y) => tChart(y),
};

/** Those of series that may not be copied come in where they lie beside the checkout. */
const text = besideText('fixtures/governance/golden/spc-shewhart-qicharts2.json');

describe('qicharts2', () => {
  const cases = Object.entries({
    ...(JSON.parse(text ?? '{}') as Record<string, Case>),
    ...(readGolden('spc-shewhart-qicharts2.json') as Record<string, Case>),
  });

  it.each(cases)('%s', (name, { y, n, ...expected }) => {
    const sizes = n.map((size) => size ?? NaN);
    const counts = y.map((rate, t) => Math.round(rate * (sizes[t] ?? NaN)));
    const chart = charts[name]?.(counts, sizes, y);
    if (!chart?.ok) throw new Error(name);
    const { points } = chart;
    const runs = runsAnalysis(points);
    expectLeaves(
      name,
      { y, ...numbersOf(expected) },
      {
        y: points.map(({ value }) => value),
        cl: points.map(({ centre }) => centre),
        lcl: points.map(({ lower }) => lower),
        ucl: points.map(({ upper }) => upper),
        sigma_signal: points.map((_, i) => beyondLimits(points, i) !== null),
        runs_signal: runs.isSignal,
        longest_run: runs.longestRun,
        longest_run_max: runs.longestRunLimit,
        n_crossings: runs.crossings,
        n_crossings_min: runs.fewestCrossings,
      },
      { abs: 1e-9, rel: 1e-9 },
    );
  });
});

const flagged = (chart: ControlChartResult) => {
  if (!chart.ok) throw new Error(chart.reason);
  return chart.points.filter((_, i) => beyondLimits(chart.points, i) !== null).length;
};

it('p′ flags 5 of 36 months of a busy emergency department, p 33', () => {
  const table = readOwnData('ae-8-trusts-type1.csv');
  const codes = table.columns.get('org_code');
  const own = (name: string) =>
    [...numberColumn(table, name)].filter((_, row) => codes?.values[row] === 'RF4');
  const [breaches, attendances] = [own('breaches'), own('attendances')];
  expect(breaches).toHaveLength(36);
  expect(flagged(pChart(breaches, attendances))).toBe(33);
  const prime = laneyPChart(breaches, attendances);
  expect(flagged(prime)).toBe(5);
  expect(prime.ok && prime.stages[0]?.dispersion).toBeCloseTo(11.2, 1);
});

const cdi = besideText('fixtures/governance/data/cdi-denmark.csv');

it.skipIf(cdi === undefined)(
  'limits frozen before an intervention flag six months after it',
  () => {
    const table = readTable(cdi ?? '');
    const [cases, days] = ['n', 'days'].map((name) => [...numberColumn(table, name)]);
    const chart = uChart(cases ?? [], days ?? [], { stages: [{ from: 0, baseline: 24 }] });
    expect(flagged(chart)).toBe(6);
  },
);
