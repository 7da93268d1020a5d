import type { DataType, Unit } from './metric-schema.ts';
import { findMetric } from './metrics.ts';
import type { MonitoringReader } from './monitoring-reader.server.ts';

type UnitOfValue = { factor: number; name: 'percent' | 'perThousand' | 'value'; decimals: number };

/** Shares are said and drawn in percent, rates by thousand, everything else as it is. */
export function unitOf(data: DataType): UnitOfValue {
  switch (data) {
    case 'proportion':
      return { factor: 100, name: 'percent', decimals: 2 };
    case 'rate':
      return { factor: 1000, name: 'perThousand', decimals: 2 };
    case 'continuous':
      return { factor: 1, name: 'value', decimals: 1 };
    case 'count':
    case 'histogram':
    case 'time-between':
      return { factor: 1, name: 'value', decimals: 2 };
  }
}

/** A heading with its unit; without one the heading alone. */
export function inUnit({ t }: Pick<MonitoringReader, 't'>, heading: string, unit: string): string {
  return unit === '' ? heading : t('chart.inUnit', { heading, unit });
}

/** A value of a metric in words; empty for distributions, which have no single one. */
export function valueText(reader: MonitoringReader, data: DataType, value: number): string {
  if (data === 'histogram') return '';
  const { factor, name } = unitOf(data);
  switch (name) {
    case 'percent':
      return reader.percent(value);
    case 'perThousand':
      return reader.t('perThousand', { value: reader.number(factor * value, 2) });
    case 'value':
      return reader.number(value, 1);
  }
}

const times: readonly Unit[] = ['minutes', 'seconds', 'days'];

/** The unit of a metric of a pack where a number says nothing without it; null where it says it itself. */
export function timeUnit(
  { metrics }: Pick<MonitoringReader, 'metrics'>,
  metric: string,
): string | null {
  const unit = findMetric(metric)?.unit;
  return unit !== undefined && times.includes(unit) ? metrics(`unit.${unit}`) : null;
}
