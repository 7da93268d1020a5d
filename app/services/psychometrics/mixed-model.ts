import type { MultilevelLinearReport } from '#analysis/multilevel/multilevel-linear.ts';
import type { MultilevelOrdinalReport } from '#analysis/multilevel/multilevel-ordinal.ts';
import type { NotEstimable } from '#analysis/estimate.ts';
import { itemStem } from './item-stem.ts';
import { linearTables, ordinalTables } from './mixed-model-tables.ts';
import { nothingFound } from './nothing-found.ts';
import { reportOf } from './report-of.ts';
import { readScale, scaleField } from './scale-params.ts';
import { scoreColumn } from './score-columns.ts';
import type {
  AnalysedScale,
  AnalysedStudy,
  AnalysisView,
  Field,
  Shown,
  StudyAnalysis,
} from './study-analysis.ts';

/** One item's answers where the address names an item, otherwise the score of the scale. */
type Params = { scale: AnalysedScale; item: string | null };

const cluster = 'site';
type Report = MultilevelLinearReport | MultilevelOrdinalReport;

function outcomeField(
  reader: Shown<Params>['reader'],
  { study }: AnalysedStudy,
  params: Params,
): Field {
  const { say } = reader;
  const options = [
    { value: '', label: say('mixedModel.score') },
    ...params.scale.items.map((id) => ({
      value: id,
      label: itemStem(reader, study.instrument, id),
    })),
  ];
  return {
    kind: 'select',
    name: 'item',
    label: say('field.outcome'),
    value: params.item ?? '',
    options,
    elsewhere: study.instrument.items.map(({ id }) => id),
  };
}

function cautionsOf({ reader: { say, number } }: Shown<Params>, report: Report): string[] {
  const { clusters } = report.clusterSizes;
  return [
    ...report.warnings.map((warning) =>
      say(`mixedModel.warning.${warning}`, { clusters: number(clusters, 0) }),
    ),
    say('sample'),
  ];
}

function common({ reader: { number } }: Shown<Params>, report: Report) {
  const { clusters, mean, smallest, largest } = report.clusterSizes;
  return {
    n: number(report.n, 0),
    clusters: number(clusters, 0),
    mean: number(mean, 1),
    smallest: number(smallest, 0),
    largest: number(largest, 0),
    incomplete: number(report.incomplete, 0),
  };
}

function refused(shown: Shown<Params>, { reason }: NotEstimable): AnalysisView {
  const { say, t } = shown.reader;
  const why = say('notEstimable', { reason: t(`notEstimable.${reason}`) });
  return nothingFound(why, say('mixedModel.notMeaning'));
}

function presentScore(shown: Shown<Params>, report: MultilevelLinearReport): AnalysisView {
  const { reader, params } = shown;
  const { say, number, percent } = reader;
  const { reml } = report;
  if (!reml.ok) return refused(shown, reml);
  return {
    findings: [
      say('mixedModel.linear', {
        ...{ scale: params.scale.title, icc: percent(100 * reml.icc, 1) },
        designEffect: number(reml.designEffect, 2),
      }),
      say('mixedModel.size', common(shown, report)),
    ],
    notMeaning: say('mixedModel.notMeaning'),
    cautions: cautionsOf(shown, report),
    charts: [],
    tables: linearTables(reader, reml, report.clusterSizes.clusters),
    methods: [
      say('mixedModel.methods.linear', common(shown, report)),
      say('mixedModel.methods.interval', {
        df: number(report.clusterSizes.clusters - 1, 0),
      }),
    ],
  };
}

function presentItem(shown: Shown<Params>, report: MultilevelOrdinalReport): AnalysisView {
  const { reader, analysed, params } = shown;
  const { say, number, percent } = reader;
  const { model } = report;
  if (!model.ok) return refused(shown, model);
  const [intercept] = model.intercepts;
  return {
    findings: [
      say('mixedModel.ordinal', {
        item: itemStem(reader, analysed.study.instrument, params.item ?? ''),
        odds: number(intercept?.medianOddsRatio ?? NaN, 2),
        icc: percent(100 * (intercept?.latentIcc ?? NaN), 1),
        designEffect: number(model.designEffect, 2),
      }),
      say('mixedModel.size', common(shown, report)),
    ],
    notMeaning: say('mixedModel.notMeaning'),
    cautions: cautionsOf(shown, report),
    charts: [],
    tables: ordinalTables(reader, model, report.clusterSizes.clusters),
    methods: [say('mixedModel.methods.ordinal', common(shown, report))],
  };
}

/** How much of the differences lies between sites rather than between people. */
export const mixedModel: StudyAnalysis<Params> = {
  readParams: (analysed, search) => {
    const scale = readScale(analysed, search);
    return { scale, item: scale.items.find((id) => id === search.get('item')) ?? null };
  },
  fields: (reader, analysed, params) => [
    scaleField(reader, analysed, params.scale),
    outcomeField(reader, analysed, params),
  ],
  groups: () => [cluster],
  steps: ({ say }, { dimensions }, { scale, item }) => {
    if (!dimensions.some(({ id }) => id === cluster)) {
      return { notPossible: say('mixedModel.oneSite') };
    }
    const common = { group: cluster, level: 0.95 };
    return item === null
      ? [
          {
            name: 'model',
            family: 'multilevel_linear',
            options: { ...common, outcome: scoreColumn(scale.id) },
          },
        ]
      : [{ name: 'model', family: 'multilevel_ordinal', options: { ...common, outcome: item } }];
  },
  present: (shown) => {
    const { reader, outcomes, params } = shown;
    const found = reportOf<Report>(reader, outcomes, 'model');
    if (!('report' in found)) return nothingFound(found.why, reader.say('mixedModel.notMeaning'));
    return params.item === null
      ? presentScore(shown, found.report as MultilevelLinearReport)
      : presentItem(shown, found.report as MultilevelOrdinalReport);
  },
};
