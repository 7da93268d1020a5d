import { kolmogorovSmirnovLimit } from '#analysis/monitoring/drift/kolmogorov-smirnov-limit.ts';
import { sum } from '#analysis/numeric/sum.ts';
import type { ControlChart, ControlPoint } from '../../components/charts/chart-types.ts';
import { driftLevel, type Drift, type DriftPeriod } from './evaluate-drift.ts';
import { qualityMeasures, type QualityMeasure, type WatchedShare } from './input-quality.ts';
import type { MonitoringReader } from './monitoring-reader.server.ts';
import { fewestShown, isFewCases } from './series.ts';

type Judged = Extract<DriftPeriod['judgement'], { ok: true }>;

export const driftMeasures = ['psi', 'distance', 'ks'] as const;
type Measure = (typeof driftMeasures)[number];
type Index = { value: number; limit: number };

export type ShownDriftPeriod = { from: string; to: string; label: string } & Record<
  QualityMeasure,
  WatchedShare | null
> &
  (
    | { isKnown: false; isFew: boolean }
    | ({ isKnown: true; n: number; isSignal: boolean } & Record<Measure, Index | null>)
  );
export type ShownDrift = {
  /** Null: nothing is frozen yet. */
  number: number | null;
  periods: ShownDriftPeriod[];
  charts: ControlChart[];
  /** What the newest period says of missing values and of those out of range, in words. */
  said: { text: string; isAbove: boolean }[];
};

function indices({ psi, jensenShannon, limits, kolmogorovSmirnov, n }: Judged, reference: number) {
  return {
    psi: { value: psi, limit: limits.psi.limit },
    distance: { value: jensenShannon, limit: limits.jensenShannon.limit },
    ks:
      kolmogorovSmirnov === null
        ? null
        : {
            value: kolmogorovSmirnov.statistic,
            limit: kolmogorovSmirnovLimit(reference, n, driftLevel),
          },
  };
}

function chartOf(
  reader: MonitoringReader,
  measure: Measure,
  { id, periods }: { id: string; periods: readonly ShownDriftPeriod[] },
): ControlChart | null {
  const { t } = reader;
  const of = (period: ShownDriftPeriod) => (period.isKnown ? period[measure] : null);
  if (!periods.some((period) => of(period) !== null)) return null;
  const isBeyond = (period: ShownDriftPeriod) => {
    const index = of(period);
    return index !== null && index.value > index.limit;
  };
  const beyond = periods.filter(isBeyond);
  const [first, latest, last] = [periods[0], beyond.at(-1), periods.at(-1)];
  const points = periods.map((period): ControlPoint => ({
    ...{ label: period.label, value: of(period)?.value ?? null, centre: null, isHollow: false },
    ...{ lower: of(period) === null ? null : 0, upper: of(period)?.limit ?? null },
    state: isBeyond(period) ? 'change' : 'usual',
    note: period.isKnown
      ? isBeyond(period)
        ? t('drift.changed')
        : ''
      : t(period.isFew ? 'group.hidden' : 'drift.unknown'),
  }));
  const label = t(`drift.${measure}`);
  return {
    ...{ kind: 'control', id: `${measure}-${id}`, points, decimals: 4, unit: label, marks: [] },
    title:
      beyond.length === 0
        ? t('drift.findingNone', { name: label })
        : t('drift.findingChanged', {
            ...{ name: label, when: latest ? reader.when(latest.from, latest.to) : '' },
            ...{ beyond: reader.number(beyond.length), all: reader.number(periods.length) },
          }),
    subtitle: t('drift.subtitle', {
      measure: label,
      from: first ? reader.start(first.from, first.to) : '',
      to: last ? reader.end(last.from, last.to) : '',
    }),
    sentence: t(`drift.says.${measure}`),
    notMeaning: t('drift.notMeaning'),
    notes: [t('drift.legend')],
    rowHeading: t('chart.period'),
    headings: {
      ...{ value: label, centre: t('chart.centre'), lower: t('chart.lower') },
      ...{ upper: t('drift.limit'), note: t('chart.note') },
    },
  };
}

function shownShares({ n, cases, quality }: DriftPeriod) {
  const shown = (measure: QualityMeasure): WatchedShare | null => {
    const own = quality?.[measure] ?? null;
    if (own === null || cases < fewestShown) return null;
    // The limit of few cases would tell how many they are.
    return isFewCases(n) ? { ...own, limit: null } : own;
  };
  return { missing: shown('missing'), outOfRange: shown('outOfRange') };
}

/** What is to be said of the newest period of an input. */
function saidOf(
  { t, percent }: MonitoringReader,
  newest: ShownDriftPeriod | undefined,
): ShownDrift['said'] {
  return qualityMeasures.flatMap((measure) => {
    const own = newest?.[measure] ?? null;
    if (!newest || own === null) return [];
    const { isAbove, limit } = own;
    const values = {
      ...{ period: newest.label, share: percent(own.share) },
      limit: limit === null ? '' : percent(limit),
    };
    const state = isAbove
      ? limit === null
        ? 'aboveFew'
        : 'above'
      : limit === null
        ? 'noLimit'
        : 'within';
    return [{ text: t(`quality.${measure}.${state}`, values), isAbove }];
  });
}

/** Periods against the frozen bins as a page shows them; how many cases a bin has is not among it. */
export function presentDrift(
  reader: MonitoringReader,
  { id }: { id: string },
  drift: Drift,
): ShownDrift {
  const reference = sum(drift.reference?.counts ?? []);
  const periods = drift.periods.map((period): ShownDriftPeriod => {
    const { from, to, n, judgement } = period;
    const place = { from, to, label: reader.period(from, to), ...shownShares(period) };
    if (!judgement.ok || isFewCases(n)) return { ...place, isKnown: false, isFew: isFewCases(n) };
    const { isSignal } = judgement;
    return { ...place, isKnown: true, n, isSignal, ...indices(judgement, reference) };
  });
  const own = { id: id.slice(0, 8), periods };
  return {
    number: drift.reference?.number ?? null,
    periods,
    said: saidOf(reader, periods.at(-1)),
    charts: driftMeasures.flatMap((measure) => chartOf(reader, measure, own) ?? []),
  };
}
