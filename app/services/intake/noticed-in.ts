import type { BatchWarning } from '#db/schema/monitoring-batch.ts';
import type { OffCadence } from './notice-records.ts';

/** What was noticed of a batch, from the warnings that it keeps. */
export function noticedIn(warnings: readonly BatchWarning[]) {
  const of = (wanted: string) => warnings.filter(({ code }) => code === wanted);
  const metricsOf = (wanted: string) =>
    of(wanted).map(({ detail }) => String(detail?.['metric'] ?? ''));
  return {
    unwatched: metricsOf('metric-not-watched'),
    unseen: metricsOf('reaction-in-silent-mode'),
    offCadence: of('period-not-planned').map(({ detail }) => ({
      metric: String(detail?.['metric'] ?? ''),
      cadence: detail?.['cadence'] as OffCadence['cadence'],
      ...{ start: String(detail?.['start'] ?? ''), end: String(detail?.['end'] ?? '') },
    })),
  };
}
