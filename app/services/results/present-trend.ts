import type { ScoreSummary, Withheld } from '#analysis/report/readiness-report.ts';
import type { ResultsStudy, ResultsWave } from '#db/queries/results-study.server.ts';
import type { Scale } from '#surveys/model/instrument.ts';
import type { TrendChart, TrendPoint, TrendSeries } from '../../components/charts/chart-types.ts';
import { drawnScale } from './drawn-scale.ts';
import { scorePoint } from './present-scales.ts';
import type { Reader } from './reader.server.ts';
import { scaleRange } from './scale-range.ts';
import { wordOf } from './wording.ts';

/** A line of the chart: one score a wave; undefined where the wave has no answers at all. */
export type TrendLine = {
  label: string;
  scores: readonly (ScoreSummary | Withheld | undefined)[];
};

const dayMs = 24 * 60 * 60 * 1000;

function positionOf({ opensOn, number }: ResultsWave): number {
  return opensOn ? new Date(opensOn).getTime() / dayMs : number;
}

/** Days apart where every wave has a day, otherwise evenly spaced. */
function wavesOf(waves: readonly ResultsWave[]): TrendChart['waves'] {
  const isDated = waves.every(({ opensOn }) => opensOn !== null);
  return waves.map((wave) => ({
    label: wave.name,
    position: isDated ? positionOf(wave) : wave.number,
  }));
}

function finding(reader: Reader, scale: string, points: readonly TrendPoint[], decimals: number) {
  const { t } = reader;
  const known = points.flatMap((point) => ('estimate' in point ? [point] : []));
  const [before, after] = known.slice(-2);
  if (!before || !after) return t('trend.title', { scale });
  const isApart = before.high < after.low || after.high < before.low;
  if (!isApart) return t('trend.titleSame', { scale });
  return t('trend.titleChanged', {
    scale,
    before: reader.number(before.estimate, decimals),
    after: reader.number(after.estimate, decimals),
  });
}

type TrendParams = {
  id: string;
  /** The scale of all lines, or the first of several that share an axis. */
  scale: Scale;
  waves: readonly ResultsWave[];
  lines: readonly TrendLine[];
  seriesHeading: string;
  /** Whom all lines are about, where that is not everybody. */
  whom?: string;
  /** The title says what became of the scale only if waves may be compared; default: they may. */
  isCompared?: boolean;
  notes?: readonly string[];
};

function seriesOf(reader: Reader, study: ResultsStudy, lines: readonly TrendLine[]): TrendSeries[] {
  const gap = reader.t('trend.gap');
  return lines.map(({ label, scores }) => ({
    label,
    points: scores.map((score): TrendPoint =>
      score ? scorePoint(reader, score, study.minimumCellSize) : { gap },
    ),
  }));
}

/** Lines over the waves; the title says what became of the first of them. */
export function presentTrend(
  reader: Reader,
  study: ResultsStudy,
  { id, scale, waves, lines, seriesHeading, whom, isCompared = true, notes }: TrendParams,
): TrendChart {
  const { t } = reader;
  const range = scaleRange(study.instrument, scale);
  const series = seriesOf(reader, study, lines);
  const points = series.flatMap((line) => line.points);
  const drawn = drawnScale(
    reader,
    range,
    points.flatMap((point) => ('estimate' in point ? [point] : [])),
  );
  const title = wordOf(reader, study.instrument, scale.title);
  return {
    kind: 'trend',
    id,
    title: isCompared
      ? finding(reader, title, series[0]?.points ?? [], range.decimals)
      : t('trend.title', { scale: title }),
    subtitle: whom
      ? t('trend.subtitleOf', { whom, drawn: drawn.remark })
      : t('trend.subtitle', { drawn: drawn.remark }),
    sentence: t('trend.sentence'),
    notMeaning: t('trend.notMeaning'),
    notes,
    rowHeading: t('trend.row'),
    seriesHeading,
    scale: drawn.scale,
    waves: wavesOf(waves),
    series,
  };
}
