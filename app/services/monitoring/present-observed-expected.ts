import type { ControlChart, ControlPoint } from '../../components/charts/chart-types.ts';
import { markAt, type ChangeLine } from './chart-marks.ts';
import { metricName } from './metric-words.ts';
import type { MonitoringReader } from './monitoring-reader.server.ts';
import type { Difference, DifferencePoint } from './observed-expected.ts';
import { fewestShown } from './series.ts';
import type { WatchedMetric } from './evaluate-watched.ts';
import type { WatchedPoint } from './watched-chart.ts';

const isKnown = (point: DifferencePoint): point is Difference => point !== null && point !== 'few';

function findingOf(
  reader: MonitoringReader,
  difference: number,
  of: { name: string; period: string },
) {
  const rounded = Math.round(10 * difference) / 10;
  if (rounded === 0) return reader.t('observedExpected.findingEqual', of);
  const said = { ...of, difference: reader.number(Math.abs(rounded), 1) };
  return reader.t(`observedExpected.${rounded > 0 ? 'findingMore' : 'findingFewer'}`, said);
}

function pointOf(
  reader: MonitoringReader,
  { from, to, maturity }: WatchedPoint,
  own: DifferencePoint,
): ControlPoint {
  const late = maturity === 'mature' ? '' : reader.t(`note.${maturity}`);
  return {
    ...{ label: reader.period(from, to), state: 'usual', isHollow: false },
    ...(isKnown(own)
      ? { value: own.difference, centre: 0, lower: -own.margin, upper: own.margin }
      : { value: null, centre: null, lower: null, upper: null }),
    note: own === 'few' ? reader.t('note.few', { count: fewestShown }) : late,
  };
}

/** Observed minus expected events of a risk-adjusted metric, added up; null below two periods. */
export function presentObservedExpected(
  reader: MonitoringReader,
  { planned, evaluation }: WatchedMetric,
  changes: readonly ChangeLine[],
): ControlChart | null {
  const { t } = reader;
  const { chart, riskAdjusted } = evaluation;
  if (!chart.ok || riskAdjusted === null) return null;
  const { differences } = riskAdjusted;
  const shown = differences.flatMap((own, index) => {
    const point = chart.points[index];
    return isKnown(own) && point ? [{ own, point }] : [];
  });
  const [first, last] = [shown[0], shown.at(-1)];
  if (!first || !last || shown.length < 2) return null;
  const label = t('observedExpected.title');
  const period = reader.end(last.point.from, last.point.to);
  return {
    ...{ kind: 'control', id: `difference-${planned.id.slice(0, 8)}`, decimals: 1, unit: label },
    title: findingOf(reader, last.own.difference, { name: metricName(reader, planned), period }),
    subtitle: t('observedExpected.subtitle', {
      ...{ cases: reader.number(last.own.cases), to: period },
      from: reader.start(first.point.from, first.point.to),
    }),
    sentence: t('observedExpected.sentence'),
    notMeaning: t('observedExpected.notMeaning'),
    notes: [
      t('observedExpected.vlad'),
      ...(differences.includes('few')
        ? [t('observedExpected.leftOut', { n: reader.number(fewestShown) })]
        : []),
    ],
    rowHeading: t('chart.period'),
    points: chart.points.map((point, index) => pointOf(reader, point, differences[index] ?? null)),
    marks: changes
      .flatMap((change) => markAt(chart.points, change))
      .sort((a, b) => a.index - b.index),
    headings: {
      ...{ value: label, centre: t('observedExpected.asExpected'), note: t('chart.note') },
      ...{ lower: t('observedExpected.lower'), upper: t('observedExpected.upper') },
    },
  };
}
