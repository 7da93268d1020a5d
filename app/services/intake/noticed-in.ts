import type { BatchWarning } from '#db/schema/monitoring-batch.ts';
import type { OffCadence } from './notice-records.ts';
import type { warningCodes } from './warning-codes.ts';

/** What is restated with far fewer cases. */
export type FewerCases = {
  metric: string;
  part: string;
  dimension: string;
  level: string;
  start: string;
  end: string;
};

/** What was noticed of a batch, from its warnings, and how many of each code are not among them. */
export function noticedIn(warnings: readonly BatchWarning[]) {
  const of = (wanted: keyof typeof warningCodes) =>
    warnings.filter(({ code, detail }) => code === wanted && detail?.['more'] === undefined);
  const said = ({ detail }: BatchWarning, name: string) => String(detail?.[name] ?? '');
  const metricsOf = (wanted: keyof typeof warningCodes) =>
    of(wanted).map((warning) => said(warning, 'metric'));
  return {
    unwatched: metricsOf('metric-not-watched'),
    unseen: metricsOf('reaction-in-silent-mode'),
    unknown: metricsOf('metric-not-recognised'),
    reset: metricsOf('counter-reset'),
    partial: of('runs-part-of-period').map(({ record = 0 }) => record + 1),
    offCadence: of('period-not-planned').map((one): OffCadence => ({
      ...{ metric: said(one, 'metric'), cadence: said(one, 'cadence') as OffCadence['cadence'] },
      ...{ start: said(one, 'start'), end: said(one, 'end') },
    })),
    fewer: of('fewer-than-half').map((one): FewerCases => ({
      ...{ metric: said(one, 'metric'), part: said(one, 'part') },
      ...{ dimension: said(one, 'dimension'), level: said(one, 'level') },
      ...{ start: said(one, 'start'), end: said(one, 'end') },
    })),
    moreOf: (wanted: keyof typeof warningCodes) =>
      Number(
        warnings.find(({ code, detail }) => code === wanted && detail?.['more'])?.detail?.[
          'more'
        ] ?? 0,
      ),
  };
}
