import { cChart } from '#analysis/monitoring/charts/c-chart.ts';
import { chooseChart, type DataKind } from '#analysis/monitoring/charts/choose-chart.ts';
import type {
  ChartKind,
  ControlChartResult,
  StageStart,
} from '#analysis/monitoring/charts/control-chart.ts';
import { gChart } from '#analysis/monitoring/charts/g-chart.ts';
import { individualsChart } from '#analysis/monitoring/charts/individuals-chart.ts';
import { laneyPChart } from '#analysis/monitoring/charts/laney-p-chart.ts';
import { laneyUChart } from '#analysis/monitoring/charts/laney-u-chart.ts';
import { pChart } from '#analysis/monitoring/charts/p-chart.ts';
import { tChart } from '#analysis/monitoring/charts/t-chart.ts';
import { uChart } from '#analysis/monitoring/charts/u-chart.ts';
import type { PlannedChart } from '#db/schema/monitoring-plan.ts';
import { findMetric } from './metrics.ts';
import type { DataType, PlanChartReason } from './metric-schema.ts';
import type { SeriesPoint } from './series.ts';

export type Choice = { chart: PlannedChart; reason: PlanChartReason };

const kindOfData: Partial<Record<DataType, DataKind>> = {
  proportion: 'proportion',
  rate: 'rate',
  continuous: 'measurement',
  'time-between': 'time-between',
};

/** The chart that was planned, or the one that suits the data, with the reason. */
export function chartFor(
  planned: PlannedChart,
  data: DataType,
  points: readonly SeriesPoint[],
  metric = '',
): Choice {
  if (planned !== 'automatic') return { chart: planned, reason: 'chosen' };
  const usual = findMetric(metric);
  if (data === 'histogram') {
    return { chart: usual?.chart ?? 'none', reason: usual?.reason ?? 'distributions' };
  }
  const kind = kindOfData[data];
  if (!kind) return { chart: 'c', reason: 'counts' };
  return chooseChart({ kind, events: points.map(({ x }) => x) });
}

/** A control chart of the periods whose numbers are complete; the others keep their places without a value. */
export function drawChart(
  kind: ChartKind,
  points: readonly SeriesPoint[],
  stages: readonly StageStart[],
): ControlChartResult {
  const known = (of: 'x' | 'n' | 'value') =>
    points.map((point) => (point.maturity === 'mature' ? point[of] : NaN));
  const options = { stages };
  switch (kind) {
    case 'xmr':
      return individualsChart(known('value'), options);
    case 'p':
      return pChart(known('x'), known('n'), options);
    case 'p-prime':
      return laneyPChart(known('x'), known('n'), options);
    case 'u':
      return uChart(known('x'), known('n'), options);
    case 'u-prime':
      return laneyUChart(known('x'), known('n'), options);
    case 'c':
      return cChart(known('x'), options);
    case 'g':
      return gChart(known('value'), options);
    case 't':
      return tChart(known('value'), options);
  }
}
