import type { ControlChart, ControlPoint } from '../../components/charts/chart-types.ts';
import type { ExpectedPerformance, ExpectedPeriod } from './expected-performance.ts';
import { metricName } from './metric-words.ts';
import type { MonitoringReader } from './monitoring-reader.server.ts';
import { estimatedRates, type EstimatedRate } from './rates-of-period.ts';
import type { WhatSeries } from './series.ts';
import { inUnit } from './value-words.ts';

export type ShownExpected = {
  charts: ControlChart[];
  /** Why nothing is estimated; empty where something is. */
  text: string;
};

const perCent = 100;

function pointOf(
  { t, period }: MonitoringReader,
  rate: EstimatedRate,
  own: ExpectedPeriod,
): ControlPoint {
  const { from, to, isEstimate, isUntold } = own;
  const { value, interval } = own[rate] ?? { value: null, interval: null };
  const scaled = (share: number | undefined) => (share === undefined ? null : share * perCent);
  return {
    ...{ label: period(from, to), state: 'usual', isHollow: isEstimate, centre: null },
    ...{ value: scaled(value ?? undefined) },
    ...{ lower: scaled(interval?.[0]), upper: scaled(interval?.[1]) },
    note: [
      ...(isEstimate && value !== null ? [t('expected.isEstimate')] : []),
      ...(value === null ? [t(isUntold ? 'drift.unknown' : 'group.hidden')] : []),
    ].join(' · '),
  };
}

function chartOf(
  reader: MonitoringReader,
  planned: WhatSeries & { id: string },
  {
    rate,
    threshold,
    periods,
  }: { rate: EstimatedRate; threshold: number; periods: ExpectedPeriod[] },
): ControlChart | null {
  const { t } = reader;
  const last = periods.findLast((one) => one.isEstimate && one[rate] !== null);
  const [first] = periods;
  const found = last?.[rate];
  if (!first || !last || !found) return null;
  const [low, high] = found.interval;
  const name = t(`expected.${rate}`);
  const inPercent = (heading: string) => inUnit(reader, heading, t('chart.percentSign'));
  return {
    ...{ kind: 'control', id: `expected-${rate}-${planned.id.slice(0, 8)}`, decimals: 1 },
    title: t('expected.finding', {
      ...{ name, period: reader.period(last.from, last.to), value: reader.percent(found.value) },
      ...{ low: reader.percent(low), high: reader.percent(high) },
    }),
    subtitle: t('expected.subtitle', {
      ...{ name, metric: metricName(reader, planned), threshold: reader.number(threshold, 3) },
      from: reader.start(first.from, first.to),
      to: reader.end(last.from, last.to),
    }),
    sentence: t('expected.sentence'),
    notMeaning: t('expected.notMeaning'),
    notes: [t('expected.legend'), t('expected.rule')],
    ...{ rowHeading: t('chart.period'), unit: inPercent(name), marks: [] },
    points: periods.map((own) => pointOf(reader, rate, own)),
    headings: {
      ...{ value: inPercent(name), centre: inPercent(t('chart.centre')), note: t('chart.note') },
      ...{ lower: inPercent(t('chart.from')), upper: inPercent(t('chart.to')) },
    },
  };
}

/** Estimates without outcomes beside what was measured, or why there are none. */
export function presentExpected(
  reader: MonitoringReader,
  planned: WhatSeries & { id: string },
  found: ExpectedPerformance,
): ShownExpected {
  if (!found.ok) return { charts: [], text: reader.t(`expected.none.${found.reason}`) };
  const charts = estimatedRates.flatMap(
    (rate) => chartOf(reader, planned, { rate, ...found }) ?? [],
  );
  return { charts, text: '' };
}
