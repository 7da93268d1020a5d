import { readAssurance, type Assurance } from '#analysis/monitoring/rules/read-assurance.ts';
import { readVariation, type Variation } from '#analysis/monitoring/rules/read-variation.ts';
import type { Direction } from '#db/schema/monitoring-plan.ts';
import { dimensionName, metricName } from './metric-words.ts';
import type { MonitoringReader } from './monitoring-reader.server.ts';
import { dataTypeOf, fewestShown } from './series.ts';
import type { WatchedMetric } from './watch-deployment.server.ts';
import type { WatchedPoint } from './watched-chart.ts';

export type Reading = {
  name: string;
  /** What a board reads. */
  sentence: string;
  variation: Variation | null;
  assurance: Assurance | null;
  /** The newest complete period, in words; empty without one. */
  value: string;
  period: string;
  isConcern: boolean;
};

const better = { up: 'increase', down: 'decrease', neutral: 'neutral' } as const;
const betterOf = (direction: Direction) => better[direction];

function valueText(reader: MonitoringReader, metric: string, point: WatchedPoint): string {
  switch (dataTypeOf(metric, [])) {
    case 'proportion':
      return point.n > 1 && point.n < fewestShown
        ? reader.t('note.few', { count: fewestShown })
        : reader.percent(point.value);
    case 'rate':
      return reader.t('perThousand', { value: reader.number(1000 * point.value, 2) });
    case 'count':
    case 'continuous':
    case 'time-between':
      return reader.number(point.value, 1);
    case 'histogram':
      return '';
  }
}

const kindOf = (variation: Variation) =>
  variation === 'common-cause' ? 'usual' : (variation.split('-')[0] as 'concern');

/** What the newest complete period says, as one sentence. */
function ofChart(reader: MonitoringReader, { planned, evaluation }: WatchedMetric): Reading {
  const { t } = reader;
  const name = metricName(reader, planned);
  const none = { name, variation: null, assurance: null, value: '', period: '', isConcern: false };
  const { chart } = evaluation;
  if (chart.points.length === 0) {
    return { ...none, sentence: t('read.nothing', { metric: name }) };
  }
  if (!chart.ok) return { ...none, sentence: t('read.tooFew', { metric: name }) };
  const latest = chart.points.findLast(
    ({ maturity, shown }) => maturity === 'mature' && shown !== null,
  );
  if (!latest) return { ...none, sentence: t('read.immature', { metric: name }) };
  const direction = betterOf(planned.direction);
  const causes = latest.causes.flatMap(({ rule, side }) =>
    rule === 'limit' ? [{ rule: 'beyond-limits' as const, side }] : [{ rule, side }],
  );
  const variation = readVariation(causes, direction);
  const period = reader.period(latest.from, latest.to);
  const value = valueText(reader, planned.metric, latest);
  const kind = kindOf(variation);
  const sentence = t(`read.${kind}${value === '' ? 'Plain' : ''}` as 'read.usual', {
    metric: name,
    value,
    period,
  });
  const { centre, lower, upper } = latest;
  const hasLimits = centre !== null && lower !== null && upper !== null;
  return {
    ...{ name, sentence, variation, value, period, isConcern: kind === 'concern' },
    assurance:
      planned.target !== null && hasLimits && chart.stages.length > 0
        ? readAssurance(
            {
              ...{ index: 0, value: latest.value, stage: 0, isBaseline: false, centre, lower },
              ...{ upper, innerLower: lower, innerUpper: upper },
            },
            planned.target,
            direction,
          )
        : null,
  };
}

function ofDrift(reader: MonitoringReader, { planned, evaluation }: WatchedMetric): Reading | null {
  const { drift } = evaluation;
  if (!drift) return null;
  const name = metricName(reader, planned);
  const last = drift.periods.at(-1);
  const none = { name, variation: null, assurance: null, value: '', period: '', isConcern: false };
  if (!drift.reference || !last) {
    return { ...none, sentence: reader.t('read.noReference', { metric: name }) };
  }
  const period = reader.period(last.from, last.to);
  const values = { metric: name, period };
  if (!last.judgement.ok) {
    return { ...none, period, sentence: reader.t('read.driftUnknown', values) };
  }
  const isSignal = last.judgement.isSignal;
  return {
    ...{ ...none, period, isConcern: isSignal, value: reader.number(last.judgement.psi, 3) },
    sentence: reader.t(isSignal ? 'read.drift' : 'read.noDrift', values),
  };
}

export function readingOf(reader: MonitoringReader, watched: WatchedMetric): Reading {
  return ofDrift(reader, watched) ?? ofChart(reader, watched);
}

/** Groups that differ from their reference by more than the margin. */
export function gapsOf(reader: MonitoringReader, { evaluation }: WatchedMetric): string[] {
  return evaluation.groups.flatMap(({ dimension, rows }) =>
    rows
      .filter(({ verdict }) => verdict?.verdict === 'gap')
      .map(({ level }) => `${dimensionName(reader, dimension)}: ${level}`),
  );
}
