import type { DifReport } from '#analysis/dif/report-dif.ts';
import { levelLabel } from '../results/wording.ts';
import {
  dimensionField,
  isSameLevel,
  levelField,
  readDimension,
  readLevels,
  type AnalysedDimension,
} from './group-params.ts';
import { gradedTable, logisticTable } from './item-functioning-tables.ts';
import { nothingFound } from './nothing-found.ts';
import { oneFactorStep } from './one-factor-step.ts';
import { oneFactorWords } from './one-factor-words.ts';
import { reportOf } from './report-of.ts';
import { readScale, scaleField } from './scale-params.ts';
import type { AnalysedScale, AnalysisView, Shown, StudyAnalysis } from './study-analysis.ts';

type Params = {
  scale: AnalysedScale;
  by: AnalysedDimension | null;
  /** Two levels: whom the others are compared with, and the others. */
  levels: readonly [reference: string, focal: string];
  /** The level that is named twice; there is nothing to compare. */
  twice: string | null;
};

/** Fewer items leave nothing to match people by once one of them is set aside. */
const fewestItems = 3;

function labelsOf({ reader, analysed, params }: Shown<Params>) {
  const label = (level: string) => levelLabel(reader, analysed.study, params.by?.id ?? '', level);
  return { reference: label(params.levels[0]), focal: label(params.levels[1]) };
}

/** Items that are significant and not negligible, with the group that answers them higher. */
function findingsOf(shown: Shown<Params>, { items, nReference, nFocal }: DifReport): string[] {
  const { say, number } = shown.reader;
  const labels = labelsOf(shown);
  const flagged = items.flatMap(({ item, ordinalLogistic: found }) =>
    found.ok && found.verdict.size !== 'negligible' ? [{ item, found }] : [],
  );
  const counts = { ...labels, nReference: number(nReference, 0), nFocal: number(nFocal, 0) };
  if (flagged.length === 0) return [say('itemFunctioning.none', counts)];
  return [
    say('itemFunctioning.some', { ...counts, items: flagged.map(({ item }) => item).join(', ') }),
    ...flagged.map(({ item, found }) =>
      say('itemFunctioning.direction', {
        ...labels,
        item,
        group: found.oddsRatio >= 1 ? labels.focal : labels.reference,
        size: say(`itemFunctioning.size.${found.verdict.size}`),
        odds: number(found.oddsRatio, 2),
        low: number(found.oddsRatioInterval[0], 2),
        high: number(found.oddsRatioInterval[1], 2),
      }),
    ),
  ];
}

function present(shown: Shown<Params>): AnalysisView {
  const { reader, analysed, outcomes } = shown;
  const { say, number } = reader;
  const notMeaning = say('itemFunctioning.notMeaning');
  const found = reportOf<DifReport>(reader, outcomes, 'dif');
  if (!('report' in found)) return nothingFound(found.why, notMeaning);
  const { report } = found;
  const matching =
    report.anchors.length < report.items.length
      ? say('itemFunctioning.purified', {
          rounds: number(report.purificationRounds, 0),
          anchors: report.anchors.join(', '),
        })
      : say('itemFunctioning.notPurified');
  const graded = gradedTable(reader, analysed.study, report);
  const oneFactor = oneFactorWords(shown, 'itemFunctioning');
  return {
    findings: findingsOf(shown, report),
    notMeaning,
    cautions: [
      ...oneFactor.cautions,
      ...report.warnings.map((warning) => say(`itemFunctioning.warning.${warning}`)),
      say('sample'),
    ],
    charts: [],
    tables: [logisticTable(reader, analysed.study, report), ...(graded ? [graded] : [])],
    methods: [
      say('itemFunctioning.methods', {
        ...labelsOf(shown),
        n: number(report.n, 0),
        matching,
      }),
      ...(graded ? [say('itemFunctioning.methodsGraded')] : []),
      ...oneFactor.methods,
    ],
  };
}

/** Whether people of the same attitude answer an item differently in two groups. */
export const itemFunctioning: StudyAnalysis<Params> = {
  readParams: (analysed, search) => {
    const by = readDimension(analysed, search);
    const twice = isSameLevel(by, search) ? search.get('focal') : null;
    return { scale: readScale(analysed, search), by, levels: readLevels(by, search), twice };
  },
  fields: (reader, analysed, { scale, by, levels, twice }) => [
    scaleField(reader, analysed, scale),
    ...dimensionField(reader, analysed, by),
    ...levelField(reader, analysed, by, 'reference', levels[0]),
    ...levelField(reader, analysed, by, 'focal', twice ?? levels[1]).map((field) => {
      return twice === null ? field : { ...field, error: reader.say('field.problem.sameGroup') };
    }),
  ],
  groups: ({ by }) => (by ? [by.id] : []),
  steps: ({ say }, { study }, { scale, by, levels: [reference, focal] }) => {
    if (!by) return { notPossible: say('noDimension') };
    if (scale.items.length < fewestItems)
      return { notPossible: say('itemFunctioning.tooFewItems') };
    return [
      {
        name: 'dif',
        family: 'dif',
        options: {
          ...{ items: [...scale.items], group: by.id, reference, focal },
          ...{ matching: 'total', purify: true, alpha: 0.05, confidenceLevel: 0.95 },
        },
      },
      oneFactorStep(study.instrument, scale.items),
    ];
  },
  present,
};
