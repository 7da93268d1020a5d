import type { WatchedMetric } from './evaluate-watched.ts';
import type { MonitoringReader } from './monitoring-reader.server.ts';
import { timeUnit, unitOf } from './value-words.ts';

/** Sums and scores have no unit; values have that of their kind of number. */
export function scaleOf({ evaluation: { chart, data } }: WatchedMetric) {
  if (chart.kind === 'cusum' || chart.kind === 'ewma') return { factor: 1, name: 'sums' } as const;
  if (chart.kind === 'risk-adjusted-cusum') return { factor: 1, name: 'score' } as const;
  return unitOf(data);
}

/** What the numbers of the figure are in, as a heading says it; empty where they have no unit. */
export function unitWords(reader: MonitoringReader, watched: WatchedMetric): string {
  const { t, metrics } = reader;
  switch (scaleOf(watched).name) {
    case 'percent':
      return t('chart.percentSign');
    case 'perThousand':
      return metrics('unit.per-thousand');
    case 'sums':
      return t('chart.deviations');
    case 'score':
      return '';
    case 'value':
      return timeUnit(reader, watched.planned.metric) ?? '';
  }
}
