import type { DimensionReport } from '#analysis/report/readiness-report.ts';
import type { ResultsStudy } from '#db/queries/results-study.server.ts';
import type { Scale } from '#surveys/model/instrument.ts';
import type { IntervalChart, IntervalRow } from '../../components/charts/chart-types.ts';
import { drawnScale } from './drawn-scale.ts';
import { groupFinding, type ScoredGroup } from './group-finding.ts';
import { scorePoint, type EstimatedRow } from './present-scales.ts';
import type { Reader } from './reader.server.ts';
import { scaleRange } from './scale-range.ts';
import { dimensionLabel, levelLabel, wordOf } from './wording.ts';

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
  const groups = report.levels.map((level): ScoredGroup => {
    const score = level.scales.find(({ id }) => id === scale.id)?.score;
    return {
      label: levelLabel(reader, study, report.id, level.level),
      score: level.respondents.shown ? score : level.respondents,
    };
  });
  const rows = groups.map(({ label, score }): IntervalRow => ({
    label,
    ...scorePoint(reader, score, study.minimumCellSize),
  }));
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
    : groupFinding(
        reader,
        { scale: title, dimension, notMeaning: t('groups.notMeaning') },
        groups,
        range.decimals,
      );
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
