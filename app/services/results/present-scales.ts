import type { ScoreSummary, Withheld } from '#analysis/report/readiness-report.ts';
import type { ResultsStudy } from '#db/queries/results-study.server.ts';
import type {
  IntervalChart,
  IntervalRow,
  TrendPoint,
} from '../../components/charts/chart-types.ts';
import { drawnScale } from './drawn-scale.ts';
import type { Frame } from './present-items.ts';
import type { Reader } from './reader.server.ts';
import { scalesByRange } from './scale-range.ts';
import { suppressedText, wordOf } from './wording.ts';

export type EstimatedRow = Extract<IntervalRow, { estimate: number }>;

export type ScaleResult = { id: string; score: ScoreSummary | Withheld };

/** A mean with its interval, or the words in its place. */
export function scorePoint(
  reader: Reader,
  score: ScoreSummary | Withheld | undefined,
  minimum: number,
): Exclude<TrendPoint, { gap: string }> {
  if (!score?.shown) {
    return { suppressed: suppressedText(reader, score?.reason ?? 'below-minimum', minimum) };
  }
  const { mean, interval, n } = score;
  if (!interval) return { suppressed: suppressedText(reader, 'too-few-respondents', minimum) };
  return { estimate: mean, low: interval[0], high: interval[1], n };
}

/** Means of all scales with their intervals; one chart for each axis they can share. */
export function presentScales(
  reader: Reader,
  study: ResultsStudy,
  results: readonly ScaleResult[],
  frame: Frame,
): IntervalChart[] {
  const { t } = reader;
  const { instrument, minimumCellSize } = study;
  return scalesByRange(instrument).map(({ range, scales }, index) => {
    const rows = scales.map((scale): IntervalRow => {
      const score = results.find(({ id }) => id === scale.id)?.score;
      const label = wordOf(reader, instrument, scale.title);
      return { label, ...scorePoint(reader, score, minimumCellSize) };
    });
    const [first, ...others] = rows.filter(
      (row): row is EstimatedRow => row.suppressed === undefined,
    );
    const drawn = drawnScale(reader, range, first ? [first, ...others] : []);
    const number = (value: number) => reader.number(value, range.decimals);
    const whole = (value: number) => reader.number(value, Number.isInteger(value) ? 0 : 1);
    const title =
      first &&
      t('scales.title', {
        scale: first.label,
        mean: number(first.estimate),
        low: whole(range.low),
        high: whole(range.high),
      });
    return {
      kind: 'interval',
      id: `scales-${index + 1}`,
      title: title ?? t('scales.titleNone'),
      subtitle: t('scales.subtitle', { ...frame, drawn: drawn.remark }),
      sentence: first
        ? t('scales.sentence', { low: number(first.low), high: number(first.high) })
        : t('scales.sentenceNone'),
      notMeaning: t('scales.notMeaning'),
      rowHeading: t('scales.row'),
      scale: drawn.scale,
      rows,
    };
  });
}
