import type { DimensionReport } from '#analysis/report/readiness-report.ts';
import type { ResultsStudy } from '#db/queries/results-study.server.ts';
import type { Scale } from '#surveys/model/instrument.ts';
import type { IntervalChart, IntervalRow } from '../../components/charts/chart-types.ts';
import { drawnScale } from './drawn-scale.ts';
import { scorePoint, type EstimatedRow } from './present-scales.ts';
import type { Reader } from './reader.server.ts';
import { scaleRange } from './scale-range.ts';
import { dimensionLabel, levelLabel, wordOf } from './wording.ts';

/** A finding only where two intervals lie apart; otherwise that nothing can be told. */
export function finding(
  reader: Reader,
  scale: string,
  dimension: string,
  rows: readonly EstimatedRow[],
  decimals: number,
) {
  const { t } = reader;
  const [first] = rows;
  if (!first || rows.length < 2) {
    return {
      title: t('groups.titleNone', { scale, dimension }),
      sentence: t('groups.sentenceNone'),
    };
  }
  const high = rows.reduce((a, b) => (b.estimate > a.estimate ? b : a), first);
  const low = rows.reduce((a, b) => (b.estimate < a.estimate ? b : a), first);
  if (high.low <= low.high) {
    return { title: t('groups.together', { scale }), sentence: t('groups.sentenceTogether') };
  }
  const words = {
    scale,
    high: high.label,
    low: low.label,
    highMean: reader.number(high.estimate, decimals),
    lowMean: reader.number(low.estimate, decimals),
  };
  return { title: t('groups.apart', words), sentence: t('groups.sentenceApart') };
}

function presentScaleByGroup(
  reader: Reader,
  study: ResultsStudy,
  report: DimensionReport,
  scale: Scale,
  wave: string,
): IntervalChart {
  const { t } = reader;
  const dimension = dimensionLabel(reader, report.id);
  const range = scaleRange(study.instrument, scale);
  const title = wordOf(reader, study.instrument, scale.title);
  const rows = report.levels.map((level): IntervalRow => {
    const score = level.scales.find(({ id }) => id === scale.id)?.score;
    const shown = level.respondents.shown ? score : level.respondents;
    return {
      label: levelLabel(reader, study, report.id, level.level),
      ...scorePoint(reader, shown, study.minimumCellSize),
    };
  });
  const estimated = rows.filter((row): row is EstimatedRow => row.suppressed === undefined);
  const drawn = drawnScale(reader, range, estimated);
  const isLanguage = report.id === 'language';
  // Without evidence of invariance a difference between languages is no finding about people.
  const words = isLanguage
    ? {
        title: t('groups.languages', { scale: title }),
        sentence: t('groups.sentenceLanguages'),
        notMeaning: t('groups.notMeaningLanguage'),
      }
    : {
        ...finding(reader, title, dimension, estimated, range.decimals),
        notMeaning: t('groups.notMeaning'),
      };
  return {
    kind: 'interval',
    id: `${report.id}-${scale.id}`,
    ...words,
    subtitle: t('groups.subtitle', { scale: title, dimension, wave, drawn: drawn.remark }),
    rowHeading: dimension,
    scale: drawn.scale,
    rows,
  };
}

/** Every scale by the levels of one dimension, in the order of the questionnaire: no league table. */
export function presentGroups(
  reader: Reader,
  study: ResultsStudy,
  report: DimensionReport,
  wave: string,
): IntervalChart[] {
  return study.instrument.scales.map((scale) =>
    presentScaleByGroup(reader, study, report, scale, wave),
  );
}
