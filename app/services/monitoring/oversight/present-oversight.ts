import type { IntervalChart } from '../../../components/charts/chart-types.ts';
import { addDays } from '../../../days.ts';
import type { MonitoringReader } from '../monitoring-reader.server.ts';
import type { Minutes } from './evaluate-minutes.ts';
import { spanOf } from '../span-of.ts';
import { inUnit } from '../value-words.ts';
import type { BiasRow } from './evaluate-oversight.ts';

const percent = 100;

/** Rates of the automation-bias table with their intervals; null where none was sent. */
export function presentBias(
  reader: MonitoringReader,
  rows: readonly BiasRow[],
): IntervalChart | null {
  const { oversight: t, metrics, date } = reader;
  const inPercent = (heading: string) => inUnit(reader, heading, reader.t('chart.percentSign'));
  const drawn = rows.flatMap(({ code, total, rate }) =>
    total
      ? [
          {
            ...{ label: metrics(`name.${code}`), n: total.n, estimate: percent * rate.value },
            ...{ low: percent * rate.interval[0], high: percent * rate.interval[1] },
          },
        ]
      : [],
  );
  const span = spanOf(rows.flatMap(({ total }) => total ?? []));
  if (span === null || drawn.length === 0) return null;
  const { from, to } = span;
  return {
    ...{ kind: 'interval', id: 'oversight-bias', rows: drawn, rowHeading: t('bias.rate') },
    title: t('bias.chartTitle'),
    subtitle: t('bias.chartSubtitle', { from: date(from), to: date(addDays(to, -1)) }),
    sentence: t('bias.chartSentence'),
    notMeaning: t('bias.notMeaning'),
    headings: {
      estimate: inPercent(reader.t('group.share')),
      ...{ low: inPercent(reader.t('chart.from')), high: inPercent(reader.t('chart.to')) },
    },
    scale: { low: 0, high: percent, decimals: 1 },
  };
}

const methodWords = {
  timed: 'part.timed',
  log: 'part.log',
  'self-report': 'part.self-report',
} as const;

/** Median minutes between their quartiles, by how they were measured. */
export function presentMinutes(
  reader: MonitoringReader,
  { newest, beside }: Minutes,
): IntervalChart | null {
  const { oversight: t, metrics, number, period } = reader;
  if (newest.length === 0) return null;
  const rows = newest.map(({ method, from, to, n, q1, median, q3 }) => {
    const name = method === 'unsaid' ? t('minutes.unsaid') : metrics(methodWords[method]);
    const label = t('minutes.row', { method: name, period: period(from, to) });
    return { label, n, estimate: median, low: q1, high: q3 };
  });
  const ends = rows.flatMap(({ low, high }) => [low, high]);
  const [least, most] = [Math.min(0, ...ends), Math.max(1, ...ends)];
  const text = (value: number) => number(value, 1);
  const inMinutes = (heading: string) => inUnit(reader, heading, metrics('unit.minutes'));
  const title = beside
    ? t(beside.difference > 0 ? 'minutes.titleMore' : 'minutes.titleLess', {
        difference: text(Math.abs(beside.difference)),
      })
    : t('minutes.title');
  return {
    ...{ kind: 'interval', id: 'oversight-minutes', rows, rowHeading: t('minutes.how'), title },
    subtitle: t('minutes.subtitle'),
    sentence: t('minutes.sentence'),
    notMeaning: t('minutes.notMeaning'),
    scale: { low: Math.floor(least), high: Math.ceil(most), decimals: 1 },
    headings: {
      estimate: inMinutes(t('minutes.median')),
      ...{ low: inMinutes(t('minutes.q1')), high: inMinutes(t('minutes.q3')) },
    },
    reference: { label: t('minutes.none'), value: 0 },
  };
}
