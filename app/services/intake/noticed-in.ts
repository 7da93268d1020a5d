import type { BatchWarning } from '#db/schema/monitoring-batch.ts';
import type { OffCadence } from './notice-records.ts';

/** What is restated with far fewer cases. */
export type FewerCases = {
  metric: string;
  part: string;
  dimension: string;
  level: string;
  start: string;
  end: string;
};

/** What was noticed of a batch, from its warnings. */
export function noticedIn(warnings: readonly BatchWarning[]) {
  const of = (wanted: string) =>
    warnings
      .filter(({ code }) => code === wanted)
      .map(
        ({ detail }) =>
          (name: string) =>
            String(detail?.[name] ?? ''),
      );
  return {
    unwatched: of('metric-not-watched').map((said) => said('metric')),
    unseen: of('reaction-in-silent-mode').map((said) => said('metric')),
    offCadence: of('period-not-planned').map((said): OffCadence => ({
      ...{ metric: said('metric'), cadence: said('cadence') as OffCadence['cadence'] },
      ...{ start: said('start'), end: said('end') },
    })),
    fewer: of('fewer-than-half').map((said): FewerCases => ({
      ...{ metric: said('metric'), part: said('part'), dimension: said('dimension') },
      ...{ level: said('level'), start: said('start'), end: said('end') },
    })),
  };
}
