import type { Chart, ControlChart, ControlPoint } from '../../components/charts/chart-types.ts';
import type { Direction } from '#db/schema/monitoring-plan.ts';
import { markAt, type ChangeLine } from './chart-marks.ts';
import { fewestShown } from './series.ts';
import { metricName } from './metric-words.ts';
import type { MonitoringReader } from './monitoring-reader.server.ts';
import type { WatchedMetric } from './evaluate-watched.ts';
import { concernSide, type WatchedPoint } from './watched-chart.ts';
import { readingOf } from './read-metric.ts';
import { timeUnit, unitOf } from './value-words.ts';

/** Sums and scores have no unit; values have that of their kind of number. */
function scaleOf({ evaluation: { chart, data } }: WatchedMetric) {
  if (chart.kind === 'cusum' || chart.kind === 'ewma') return { factor: 1, name: 'sums' };
  if (chart.kind === 'risk-adjusted-cusum') return { factor: 1, name: 'score' };
  return unitOf(data);
}

const isSum = (kind: string) => kind === 'cusum' || kind === 'ewma' || kind.startsWith('risk');

function stateOf(point: WatchedPoint, direction: Direction): ControlPoint['state'] {
  const [cause] = point.causes;
  if (!cause) return 'usual';
  const side = concernSide(direction);
  if (side === null) return 'change';
  return cause.side === side ? 'concern' : 'improvement';
}

/** One metric as a chart: its finding as the title, its table from the same object. */
export function presentChart(
  reader: MonitoringReader,
  watched: WatchedMetric,
  { changes, since }: { changes: readonly ChangeLine[]; since: string | null },
): Chart | null {
  const { planned, evaluation } = watched;
  const { chart, choice } = evaluation;
  const { t } = reader;
  if (!chart.ok || chart.kind === 'none' || chart.points.length === 0) return null;
  const { factor, name } = scaleOf(watched);
  const sum = isSum(chart.kind);
  const inUnit = (value: number | null) => (value === null ? null : value * factor);
  const noteOf = (point: WatchedPoint) => {
    if (point.isFew) return t('note.few', { count: fewestShown });
    const notes = [
      ...point.causes.map(({ rule }) => t(`rule.${rule}`)),
      ...(point.maturity === 'mature' ? [] : [t(`note.${point.maturity}`)]),
      ...(point.isRestated ? [t('note.restated')] : []),
      ...(since !== null && point.to <= since ? [t('note.beforePlan')] : []),
    ];
    return [...new Set(notes)].join(' · ');
  };
  // Limits tell how many cases they are for.
  const shownOf = ({ isFew, shown, other, lower, upper }: WatchedPoint) =>
    isFew
      ? { value: null, other: null, lower: null, upper: null }
      : {
          ...{ value: inUnit(shown), other: inUnit(other) },
          ...{ lower: inUnit(lower), upper: inUnit(upper) },
        };
  const points = chart.points.map((point): ControlPoint => ({
    label: reader.period(point.from, point.to),
    ...{ ...shownOf(point), centre: inUnit(point.centre) },
    ...{ state: stateOf(point, planned.direction), isHollow: point.maturity !== 'mature' },
    note: noteOf(point),
  }));
  const marked = (change: ChangeLine) => markAt(chart.points, change);
  const restarts = chart.stages
    .slice(1)
    .map(({ from }) => ({ index: from, label: t('mark.limits') }));
  const planMark = since === null ? [] : marked({ from: since, label: t('mark.plan') });
  const first = chart.points[0];
  const last = chart.points.at(-1);
  const inTime = name === 'value' ? timeUnit(reader, planned.metric) : null;
  const unit = inTime ?? t(`unit.${name}` as 'unit.percent');
  const valueHeading =
    inTime === null ? t('chart.value') : t('withPart', { name: t('chart.value'), part: inTime });
  const control: ControlChart = {
    ...{ kind: 'control', id: `chart-${planned.id.slice(0, 8)}`, points },
    title: readingOf(reader, watched).sentence,
    subtitle: t('chart.subtitle', {
      metric: metricName(reader, planned),
      chart: t(`chartKind.${chart.kind}`),
      from: first ? reader.period(first.from, first.to) : '',
      to: last ? reader.period(last.from, last.to) : '',
    }),
    sentence: t(`why.${choice.reason}`),
    notMeaning: t('chart.notMeaning'),
    notes: chartNotes(reader, watched),
    rowHeading: t('chart.period'),
    decimals: unitOf(evaluation.data).decimals,
    unit,
    marks: [...changes.flatMap(marked), ...restarts, ...planMark].sort((a, b) => a.index - b.index),
    target:
      planned.target === null || sum
        ? undefined
        : { label: t('chart.target'), value: planned.target * factor },
    headings: {
      ...{ value: valueHeading, centre: t('chart.centre') },
      ...{ lower: t('chart.lower'), upper: t('chart.upper') },
      note: t('chart.note'),
    },
  };
  return control;
}

/** What a reader of the figure has to know besides. */
function chartNotes(reader: MonitoringReader, { evaluation, planned }: WatchedMetric): string[] {
  const { t } = reader;
  const { chart, mode, riskAdjusted, pendingFrom } = evaluation;
  if (!chart.ok) return [];
  const [stage] = chart.stages.toReversed();
  // A sum over all periods less those that are shown would tell of the others.
  const isWhole = chart.points.every(({ isFew }) => !isFew);
  const isFrozen =
    stage !== undefined &&
    chart.points.some(({ isBaseline, stage: of }) => {
      return of !== null && !isBaseline;
    });
  return [
    t('legend'),
    ...(stage && !isFrozen ? [t('limits.all')] : []),
    ...(isFrozen ? [t('limits.frozen', { count: stage.baseline })] : []),
    ...(pendingFrom === null ? [] : [t('limits.pending', { day: reader.date(pendingFrom) })]),
    ...(stage?.isWithoutEvents === true ? [t('limits.noEvents')] : []),
    ...(stage?.isTrial === true ? [t('limits.trial')] : []),
    ...(stage?.dispersion != null && stage.dispersion > 1.5
      ? [t('limits.dispersion', { times: reader.number(stage.dispersion, 1) })]
      : []),
    ...(riskAdjusted && isWhole && riskAdjusted.cases >= fewestShown
      ? [
          t('limits.observed', {
            observed: reader.number(riskAdjusted.observed),
            expected: reader.number(riskAdjusted.expected, 1),
            cases: reader.number(riskAdjusted.cases),
          }),
        ]
      : []),
    ...(mode !== null && mode !== 'live' ? [t(`mode.${mode}`)] : []),
    ...(planned.tier === 'exploratory' ? [t('limits.exploratory')] : []),
  ];
}
