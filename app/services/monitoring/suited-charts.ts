import type { PlannedChart } from '#db/schema/monitoring-plan.ts';
import { findMetric } from './metrics.ts';
import type { DataType } from './metric-schema.ts';

const ofAnyNumber = ['automatic', 'xmr', 'ewma', 'cusum', 'none'] as const;

/** Of scores with outcomes the sums against the predicted risks, of other data what the chart's mathematics takes. */
const suited: Record<DataType, readonly PlannedChart[]> = {
  proportion: [...ofAnyNumber, 'p', 'p-prime', 'risk-adjusted-cusum'],
  rate: [...ofAnyNumber, 'u', 'u-prime', 'c'],
  count: [...ofAnyNumber, 'c'],
  continuous: ofAnyNumber,
  'time-between': [...ofAnyNumber, 't', 'g'],
  histogram: ['automatic', 'ewma', 'cusum', 'risk-adjusted-cusum', 'none'],
};

/** Whether a chart can be drawn of a metric; of a code that no pack has only its records will tell. */
export function suitsMetric(chart: PlannedChart, code: string): boolean {
  const metric = findMetric(code);
  if (!metric) return true;
  if (metric.reason === 'distributions') return chart === 'automatic' || chart === 'none';
  return suited[metric.data].includes(chart);
}
