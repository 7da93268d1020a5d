import type { ScoreSummary, Withheld } from '#analysis/report/readiness-report.ts';
import type { ResultsStudy, ResultsWave } from '#db/queries/results-study.server.ts';
import type { Scale } from '#surveys/model/instrument.ts';
import type { TrendChart, TrendPoint, TrendSeries } from '../../components/charts/chart-types.ts';
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

export function presentTrend(
  reader: Reader,
  study: ResultsStudy,
  params: {
    id: string;
    scale: Scale;
    waves: readonly ResultsWave[];
    lines: readonly TrendLine[];
    seriesHeading: string;
  },
): TrendChart {
  const { t } = reader;
  const { scale, waves, lines } = params;
  const range = scaleRange(study.instrument, scale);
  const series = lines.map(({ label, scores }): TrendSeries => ({
    label,
    points: scores.map((score): TrendPoint =>
      score ? scorePoint(reader, score, study.minimumCellSize) : { gap: t('trend.gap') },
    ),
  }));
  const title = wordOf(reader, study.instrument, scale.title);
  const isOne = series.length === 1;
  return {
    kind: 'trend',
    id: params.id,
    title: isOne
      ? finding(reader, title, series[0]?.points ?? [], range.decimals)
      : t('trend.title', { scale: title }),
    subtitle: t('trend.subtitle'),
    sentence: t('trend.sentence'),
    notMeaning: t('trend.notMeaning'),
    rowHeading: t('trend.row'),
    seriesHeading: params.seriesHeading,
    scale: { ...range, lowLabel: t('scales.lowEnd'), highLabel: t('scales.highEnd') },
    waves: wavesOf(waves),
    series,
  };
}
