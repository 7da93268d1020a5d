import type { NotEstimable } from '../../estimate.ts';
import { numberColumn } from '../../table/number-column.ts';
import type { Table } from '../../table/table.ts';
import { readVariation, type Direction, type Variation } from '../rules/read-variation.ts';
import { readAssurance, type Assurance } from '../rules/read-assurance.ts';
import { ruleSets, type RuleSetName } from '../rules/rule-sets.ts';
import { runsAnalysis, type RunsAnalysis } from '../rules/runs-analysis.ts';
import { specialCauses, type SpecialCause } from '../rules/special-causes.ts';
import { baselineMoments } from './baseline-moments.ts';
import { cChart } from './c-chart.ts';
import { chooseChart, type ChartChoice } from './choose-chart.ts';
import type { ControlChart, ControlChartResult, StageStart } from './control-chart.ts';
import { cusumChart, type CusumPoint } from './cusum-chart.ts';
import { ewmaChart, type EwmaPoint } from './ewma-chart.ts';
import { individualsChart, type IndividualsOptions } from './individuals-chart.ts';
import { laneyPChart } from './laney-p-chart.ts';
import { laneyUChart } from './laney-u-chart.ts';
import { pChart } from './p-chart.ts';
import { uChart } from './u-chart.ts';

export interface ControlChartOptions {
  readonly p?: { readonly events: string; readonly sizes: string } | undefined;
  readonly u?: { readonly counts: string; readonly exposure: string } | undefined;
  readonly individuals?: string | undefined;
  readonly stages?: readonly StageStart[] | undefined;
  readonly screen?: boolean | undefined;
  readonly constant?: IndividualsOptions['constant'];
  readonly rules?: RuleSetName | undefined;
  readonly direction?: Direction | undefined;
  readonly target?: number | undefined;
  /** First periods that EWMA and CUSUM take centre and σ from; default: those of the first stage. */
  readonly baseline?: number | undefined;
  readonly ewma?: { readonly lambda: number; readonly limit: number } | undefined;
  readonly cusum?: { readonly reference: number; readonly limit: number } | undefined;
}

type Read =
  | (ControlChart & {
      readonly causes: readonly (readonly SpecialCause[])[];
      readonly variation: Variation;
      readonly assurance: Assurance | null;
      readonly runs: RunsAnalysis;
    })
  | NotEstimable;

interface Sequential {
  readonly ok: true;
  readonly target: number;
  readonly sigma: number;
  readonly ewma: readonly EwmaPoint[];
  readonly cusum: readonly CusumPoint[];
}

export interface ControlChartReport {
  readonly periods: number;
  readonly proportions?: { readonly choice: ChartChoice; readonly p: Read; readonly pPrime: Read };
  readonly rates?: {
    readonly choice: ChartChoice;
    readonly u: Read;
    readonly uPrime: Read;
    readonly c: Read;
  };
  readonly individuals?: Read;
  readonly sequential?: Sequential | NotEstimable;
}

function read(chart: ControlChartResult, options: ControlChartOptions): Read {
  if (!chart.ok) return chart;
  const { rules = 'nhs-seven', direction = 'neutral', target } = options;
  const causes = specialCauses(chart.points, ruleSets[rules].rules);
  const latest = chart.points.at(-1);
  const assurance =
    latest && target !== undefined ? readAssurance(latest, target, direction) : null;
  return {
    ...chart,
    ...{ causes, assurance, variation: readVariation(causes.at(-1) ?? [], direction) },
    runs: runsAnalysis(chart.points),
  };
}

function sequential(values: readonly number[], options: ControlChartOptions) {
  const { baseline = options.stages?.[0]?.baseline } = options;
  const moments = baselineMoments(values.slice(0, baseline));
  if (!moments.ok) return moments;
  const { ewma = { lambda: 0.2, limit: 2.962 }, cusum = { reference: 0.5, limit: 4.775 } } =
    options;
  const scale = { target: moments.mean, sigma: moments.sd };
  return {
    ...{ ok: true as const, ...scale },
    ewma: ewmaChart(values, { ...scale, ...ewma }),
    cusum: cusumChart(values, { ...scale, ...cusum }),
  };
}

/**
 * Control charts of the columns of a table, one row a period.
 *
 * See the charts; the rules of NHS England on each; EWMA (by default λ = 0.2, L = 2.962: one false alarm in 500
 * points) and CUSUM (k = 0.5, h = 4.775: one in 370) of the single measurements.
 *
 * @param table named columns, rows in order of time.
 * @param options events and sizes of proportions, counts and exposure of rates, single measurements; stages;
 *   rule set, which way is better, target.
 * @returns the charts asked for, each with its signals, or the reason there is none; which chart suits and why.
 * @remarks Missing data: periods without a value have no point.
 * @throws DomainError of the columns and of the charts.
 * @see the parts. Reference values: qcc 2.7, R 4.2.2.
 */
export function reportControlCharts(
  table: Table,
  options: ControlChartOptions,
): ControlChartReport {
  const column = (name: string) => [...numberColumn(table, name)];
  const { p, u, individuals, stages, screen, constant } = options;
  const charts: { -readonly [Key in keyof ControlChartReport]: ControlChartReport[Key] } = {
    periods: table.n,
  };
  if (p) {
    const [events, sizes] = [column(p.events), column(p.sizes)];
    charts.proportions = {
      choice: chooseChart({ kind: 'proportion', events }),
      p: read(pChart(events, sizes, { stages }), options),
      pPrime: read(laneyPChart(events, sizes, { stages }), options),
    };
  }
  if (u) {
    const [counts, exposures] = [column(u.counts), column(u.exposure)];
    charts.rates = {
      choice: chooseChart({ kind: 'rate', events: counts }),
      u: read(uChart(counts, exposures, { stages }), options),
      uPrime: read(laneyUChart(counts, exposures, { stages }), options),
      c: read(cChart(counts, { stages }), options),
    };
  }
  if (individuals !== undefined) {
    const values = column(individuals);
    charts.individuals = read(individualsChart(values, { stages, screen, constant }), options);
    charts.sequential = sequential(values, options);
  }
  return charts;
}
