import { findMetric } from './metrics.ts';
import type { MonitoringReader } from './monitoring-reader.server.ts';
import type { WhatSeries } from './series.ts';

/** What a metric is called: as its pack says, or by the code that the sender keeps. */
export function metricName(
  { t, metrics }: MonitoringReader,
  { metric, part, cohort }: WhatSeries,
): string {
  const known = findMetric(metric);
  const name = known ? metrics(`name.${known.code}` as 'name.override') : metric;
  const more = [part, cohort].filter((text) => text !== '').join(', ');
  return more === '' ? name : t('withPart', { name, part: more });
}

/** What the groups of a dimension differ in. */
export function dimensionName({ metrics }: MonitoringReader, dimension: string): string {
  return metrics(`group.${dimension}` as 'group.age', { defaultValue: dimension });
}
