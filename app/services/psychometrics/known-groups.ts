import type { ManyGroupsReport } from '#analysis/groups/compare-many-groups.ts';
import type { TwoGroupsReport } from '#analysis/groups/compare-two-groups.ts';
import { dimensionLabel, levelLabel } from '../results/wording.ts';
import {
  dimensionField,
  readDimension,
  withShownScores,
  type AnalysedDimension,
} from './group-params.ts';
import { compareMany } from './known-groups-many.ts';
import { meanChart, meanTable, type GroupMean } from './known-groups-means.ts';
import { compareTwo } from './known-groups-two.ts';
import { nothingFound } from './nothing-found.ts';
import { reportOf } from './report-of.ts';
import { readScale, scaleField } from './scale-params.ts';
import { scoreColumn } from './score-columns.ts';
import type { AnalysedScale, AnalysisView, Shown, StudyAnalysis } from './study-analysis.ts';

type Params = {
  scale: AnalysedScale;
  dimension: AnalysedDimension | null;
  /** The dimension with the levels whose score is shown elsewhere too. */
  by: AnalysedDimension | null;
};

function compared(shown: Shown<Params>) {
  const { reader, analysed, params, outcomes } = shown;
  const label = (level: string) => levelLabel(reader, analysed.study, params.by?.id ?? '', level);
  const groupsOf = (groups: TwoGroupsReport['groups']): GroupMean[] =>
    groups.map(({ level, ...moments }) => ({ label: label(level), ...moments }));
  if (params.by?.levels.length === 2) {
    const found = reportOf<TwoGroupsReport>(reader, outcomes, 'two');
    if (!('report' in found)) return found;
    const groups = groupsOf(found.report.groups);
    const labels = groups.map((group) => group.label);
    return { groups, ...compareTwo(reader, found.report, labels) };
  }
  const found = reportOf<ManyGroupsReport>(reader, outcomes, 'many');
  if (!('report' in found)) return found;
  return { groups: groupsOf(found.report.groups), ...compareMany(reader, found.report, label) };
}

function present(shown: Shown<Params>): AnalysisView {
  const { reader, analysed, params, n } = shown;
  const { say } = reader;
  const notMeaning = say('knownGroups.notMeaning');
  const found = compared(shown);
  if ('why' in found) return nothingFound(found.why, notMeaning);
  const { groups, finding, isClear, tables } = found;
  const scale = params.scale.title;
  const scored = groups.reduce((sum, group) => sum + group.n, 0);
  const words = {
    ...{ scale, scaleId: params.scale.id, sentence: finding },
    dimension: dimensionLabel(reader, params.by?.id ?? ''),
    title: say(isClear ? 'knownGroups.differ' : 'knownGroups.doNotDiffer', { scale }),
  };
  return {
    findings: [finding, say('knownGroups.expected')],
    notMeaning,
    cautions: [say('knownGroups.comparable'), say('sample')],
    charts: meanChart(reader, analysed.study, groups, words),
    tables: [meanTable(reader, groups), ...tables],
    methods: [
      say(`knownGroups.methods.${groups.length === 2 ? 'two' : 'many'}`, {
        n: reader.number(scored, 0),
        all: reader.number(n, 0),
      }),
    ],
  };
}

/** Whether groups that should differ do, on the score of a scale. */
export const knownGroups: StudyAnalysis<Params> = {
  readParams: (analysed, search) => {
    const scale = readScale(analysed, search);
    const dimension = readDimension(analysed, search);
    return { scale, dimension, by: withShownScores(dimension, scale.id) };
  },
  fields: (reader, analysed, { scale, dimension }) => [
    scaleField(reader, analysed, scale),
    ...dimensionField(reader, analysed, dimension),
  ],
  groups: ({ by }) => (by ? [by.id] : []),
  comparesMeans: ({ by, scale }) => (by ? { scaleId: scale.id, dimension: by.id } : null),
  steps: ({ say }, _analysed, { scale, by }) => {
    if (!by) return { notPossible: say('noDimension') };
    const levels = by.levels.map(({ level }) => level);
    const common = { outcome: scoreColumn(scale.id), group: by.id, level: 0.95 };
    const [group1 = '', group2 = ''] = levels;
    return levels.length === 2
      ? [{ name: 'two', family: 'two_groups', options: { ...common, group1, group2 } }]
      : [{ name: 'many', family: 'many_groups', options: { ...common, levels } }];
  },
  present,
};
