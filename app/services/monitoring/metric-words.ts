import { addDays } from '../../days.ts';
import { levelWords } from './group-levels.ts';
import { findMetric } from './metrics.ts';
import type { MonitoringReader } from './monitoring-reader.server.ts';
import { fewestShown, type WhatSeries } from './series.ts';

/** What a metric is called: as its pack says, or by the code that the sender keeps. */
export function metricName(
  { t, metrics }: MonitoringReader,
  { metric, part, cohort }: WhatSeries,
): string {
  const known = findMetric(metric);
  const name = known ? metrics(`name.${known.code}` as 'name.override') : metric;
  const more = [partName({ metrics }, metric, part), cohort].filter((text) => text !== '');
  return more.length === 0 ? name : t('withPart', { name, part: more.join(', ') });
}

/** A code of a metric's part in words, where its pack has the code. */
export function partName(
  { metrics }: Pick<MonitoringReader, 'metrics'>,
  metric: string,
  part: string,
) {
  const isKnown = findMetric(metric)?.parts?.codes.includes(part) === true;
  return isKnown ? metrics(`part.${part}` as 'part.other') : part;
}

/** What the groups of a dimension differ in. */
export function dimensionName({ metrics }: MonitoringReader, dimension: string): string {
  return metrics(`group.${dimension}` as 'group.age', { defaultValue: dimension });
}

/** A group with what it differs in. */
export function groupName(
  reader: MonitoringReader,
  { dimension, level }: { dimension: string; level: string },
): string {
  return `${dimensionName(reader, dimension)}: ${levelWords(reader.metrics, level)}`;
}

/** Up to when groups are added up, and why no further; empty where nothing waits. */
export function waitingText(
  { t, date }: MonitoringReader,
  name: string,
  { to, isBehind }: { to: string; isBehind: boolean },
): string {
  if (!isBehind) return '';
  if (to === '') return t('group.countedNone', { name, count: fewestShown });
  return t('group.countedUpTo', { name, day: date(addDays(to, -1)), count: fewestShown });
}
