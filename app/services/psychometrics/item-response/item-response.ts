import type { NotEstimable } from '#analysis/estimate.ts';
import type { GradedResponseReport } from '#analysis/irt/report-graded-response.ts';
import { nothingFound } from '../nothing-found.ts';
import { oneFactorStep } from '../one-factor-step.ts';
import { oneFactorWords } from '../one-factor-words.ts';
import { reportOf } from '../report-of.ts';
import { itemStem } from '../item-stem.ts';
import { readScale, scaleField } from '../scale-params.ts';
import type { AnalysedScale, Shown, StudyAnalysis } from '../study-analysis.ts';
import { categoryChart } from './category-chart.ts';
import { dependenceTable, standingOut } from './dependence-table.ts';
import { informationCharts } from './information-charts.ts';
import { itemFitTable } from './item-fit-table.ts';
import { measureTable } from './measure-table.ts';
import { parameterTable } from './parameter-table.ts';
import { responseCautions } from './response-cautions.ts';

/** Trait scores of single people are not kept. */
export type ResponseReport = Omit<GradedResponseReport, 'scores' | 'sumScoreTable'>;

type Params = { scale: AnalysedScale; item: string };

/** Standard deviations of the attitude at which curves are drawn. */
const traitLevels = Array.from({ length: 33 }, (_, step) => step / 4 - 4);

function findingsOf({ reader, params }: Shown<Params>, report: ResponseReport): string[] {
  const { say, number } = reader;
  const { theta, test } = report.information;
  const best = test.indexOf(Math.max(...test));
  const slopes = [...report.items].sort((a, b) => b.slope.estimate - a.slope.estimate);
  const [sharpest, bluntest] = [slopes[0], slopes.at(-1)];
  return [
    say('itemResponse.finding', {
      ...{ scale: params.scale.title, reliability: number(report.marginalReliability, 2) },
      n: number(report.n, 0),
    }),
    say('itemResponse.where', { theta: reader.signed(theta[best] ?? 0, 1) }),
    say('itemResponse.sharpest', {
      ...{ item: sharpest?.item, a: number(sharpest?.slope.estimate ?? NaN, 2) },
      ...{ other: bluntest?.item, b: number(bluntest?.slope.estimate ?? NaN, 2) },
    }),
    ...(standingOut(report).length === 0 ? [say('itemResponse.noDependence')] : []),
  ];
}

/** At which level of the attitude each item tells people apart: Samejima's graded response model. */
export const itemResponse: StudyAnalysis<Params> = {
  readParams: (analysed, search) => {
    const scale = readScale(analysed, search);
    const item = scale.items.find((id) => id === search.get('item')) ?? scale.items[0] ?? '';
    return { scale, item };
  },
  fields: (reader, analysed, { scale, item }) => [
    scaleField(reader, analysed, scale),
    {
      ...{ kind: 'select', name: 'item', label: reader.say('field.item'), value: item },
      options: scale.items.map((value) => {
        return { value, label: itemStem(reader, analysed.study.instrument, value) };
      }),
      elsewhere: analysed.study.instrument.items.map(({ id }) => id),
    },
  ],
  groups: () => [],
  steps: ({ say }, { study }, { scale }) => {
    if (scale.items.length < 3) return { notPossible: say('tooFewItems') };
    const options = { items: [...scale.items], traitLevels };
    const leaveOut = ['scores', 'sumScoreTable'];
    return [
      { name: 'model', family: 'irt_grm', options, leaveOut },
      oneFactorStep(study.instrument, scale.items),
    ];
  },
  present: (shown) => {
    const { reader, outcomes, params, n } = shown;
    const { say } = reader;
    const notMeaning = say('itemResponse.notMeaning');
    const found = reportOf<ResponseReport | NotEstimable>(reader, outcomes, 'model');
    if (!('report' in found)) return nothingFound(found.why, notMeaning);
    const { report } = found;
    const oneFactor = oneFactorWords(shown, 'itemResponse');
    return {
      findings: findingsOf(shown, report),
      notMeaning,
      cautions: [...oneFactor.cautions, ...responseCautions(shown, report)],
      charts: [
        ...informationCharts(shown, params.scale.title, report),
        ...categoryChart(shown, params.item, report),
      ],
      tables: [
        parameterTable(shown, report),
        measureTable(reader, report),
        ...itemFitTable(shown, report),
        ...dependenceTable(shown, report),
      ],
      methods: [
        say('itemResponse.methods.model', {
          ...{ n: reader.number(report.n, 0), all: reader.number(n, 0) },
          points: reader.number(report.quadraturePoints, 0),
        }),
        ...(report.overallFit.ok ? [say('itemResponse.methods.c2')] : []),
        ...(report.itemFit.some(({ ok }) => ok) ? [say('itemResponse.methods.sx2')] : []),
        say('itemResponse.methods.q3'),
        ...oneFactor.methods,
        say('itemResponse.methods.software'),
      ],
    };
  },
};
