import type { DimensionReport } from '#analysis/report/readiness-report.ts';
import type { ResultsStudy } from '#db/queries/results-study.server.ts';
import type { Scale } from '#surveys/model/instrument.ts';
import type { IntervalChart, IntervalRow } from '../../components/charts/chart-types.ts';
import { comparabilitySentence } from '../psychometrics/comparability-words.ts';
import { fewestPerGroup } from '../psychometrics/invariance-steps.ts';
import { drawnScale } from './drawn-scale.ts';
import type { GroupComparability, ScaleComparison } from './group-comparability.server.ts';
import { groupFinding, type ScoredGroup } from './group-finding.ts';
import { scorePoint, type EstimatedRow } from './present-scales.ts';
import type { Reader } from './reader.server.ts';
import { scaleRange } from './scale-range.ts';
import { dimensionLabel, levelLabel, wordOf } from './wording.ts';

type Levels = DimensionReport['levels'];

/** What a chart must say of the comparison it shows, and of the intervals it draws. */
function comparisonNotes(
  reader: Reader,
  { found, isOverridden }: ScaleComparison,
  { title, untested }: { title: string; untested: readonly string[] },
): string[] {
  const { t } = reader;
  const isPartial = found.state === 'supported' && found.differing.length > 0;
  return [
    ...(isOverridden || isPartial ? [comparabilitySentence(reader, found, title)] : []),
    ...(untested.length > 0
      ? [t('comparability.untested', { groups: untested.join(', '), minimum: fewestPerGroup })]
      : []),
    t('comparability.sample'),
  ];
}

/** Groups that nobody tested take no part in what is said of differences. */
function isTested({ found }: ScaleComparison, { level }: Levels[number]): boolean {
  return found.state !== 'supported' || (level !== null && found.levels.includes(level));
}

function presentScaleByGroup(
  reader: Reader,
  { study, report, wave }: { study: ResultsStudy; report: DimensionReport; wave: string },
  scale: Scale,
  comparison: ScaleComparison,
): IntervalChart {
  const { t } = reader;
  const dimension = dimensionLabel(reader, report.id);
  const range = scaleRange(study.instrument, scale);
  const title = wordOf(reader, study.instrument, scale.title);
  const groups = report.levels.map((level): ScoredGroup & { isTested: boolean } => {
    const score = level.scales.find(({ id }) => id === scale.id)?.score;
    return {
      label: levelLabel(reader, study, report.id, level.level),
      score: level.respondents.shown ? score : level.respondents,
      isTested: isTested(comparison, level),
    };
  });
  const rows = groups.map(({ label, score }): IntervalRow => ({
    label,
    ...scorePoint(reader, score, study.minimumCellSize),
  }));
  const estimated = rows.filter((row): row is EstimatedRow => row.suppressed === undefined);
  const drawn = drawnScale(reader, range, estimated);
  // Without evidence of invariance a difference between languages is no finding about people.
  const isUntestedLanguage = report.id === 'language' && comparison.found.state === 'not-testable';
  const words = isUntestedLanguage
    ? {
        title: t('groups.languages', { scale: title }),
        sentence: t('groups.sentenceLanguages'),
        notMeaning: t('groups.notMeaningLanguage'),
      }
    : groupFinding(
        reader,
        { scale: title, dimension, notMeaning: t('groups.notMeaning') },
        groups.filter((group) => group.isTested),
        range.decimals,
      );
  const untested = groups.filter((group) => !group.isTested && group.score?.shown);
  return {
    kind: 'interval',
    id: `${report.id}-${scale.id}`,
    ...words,
    subtitle: t('groups.subtitle', { scale: title, dimension, wave, drawn: drawn.remark }),
    rowHeading: dimension,
    scale: drawn.scale,
    rows,
    notes: comparisonNotes(reader, comparison, {
      title,
      untested: untested.map(({ label }) => label),
    }),
  };
}

/**
 * Every scale by the levels of one dimension, in the order of the questionnaire: no league table. Scales
 * whose comparison is locked are left out.
 */
export function presentGroups(
  reader: Reader,
  study: ResultsStudy,
  report: DimensionReport,
  wave: string,
  { of }: Pick<GroupComparability, 'of'>,
): IntervalChart[] {
  return study.instrument.scales.flatMap((scale) => {
    const comparison = of(scale.id);
    return comparison
      ? [presentScaleByGroup(reader, { study, report, wave }, scale, comparison)]
      : [];
  });
}
