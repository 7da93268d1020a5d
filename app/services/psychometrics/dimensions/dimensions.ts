import type { FactorabilityReport } from '#analysis/correlations/report-factorability.ts';
import type { NotEstimable } from '#analysis/estimate.ts';
import type { NumberOfFactors } from '#analysis/psychometrics/exploratory/count-factors.ts';
import { correlationKinds } from '#analysis/correlations/correlation-of-items.ts';
import { correlationField, type CorrelationKind } from '../correlation-field.ts';
import { nothingFound } from '../nothing-found.ts';
import { readChoice } from '../read-choice.ts';
import { readWhole } from '../read-whole.ts';
import { reportOf } from '../report-of.ts';
import { sampleCautions } from '../sample-cautions.ts';
import { readScale, scaleField } from '../scale-params.ts';
import type { AnalysedScale, Shown, StudyAnalysis } from '../study-analysis.ts';
import { candidateTable } from './candidate-table.ts';
import { eigenvalueTable } from './eigenvalue-table.ts';
import { factorabilityTables } from './factorability-tables.ts';
import { ruleTable, rulesOf } from './rule-table.ts';
import { screeChart } from './scree-chart.ts';

type Params = {
  scale: AnalysedScale;
  correlation: CorrelationKind;
  draws: number;
  seed: number;
};

const draws = { min: 100, max: 10_000, usual: 1000 };
const seeds = { min: 1, max: 999_999_999, usual: 1 };

function findingsOf({ reader, params }: Shown<Params>, report: NumberOfFactors): string[] {
  const { say, number } = reader;
  const { advised } = report;
  const rules = rulesOf(report).map(({ factors }) => factors);
  const share = (report.parallel.components.observed[0] ?? 0) / report.items.length;
  return [
    say('dimensions.finding', { scale: params.scale.title, count: advised }),
    say(
      rules.every((factors) => factors === advised) ? 'dimensions.agree' : 'dimensions.disagree',
      {
        low: number(Math.min(...rules), 0),
        high: number(Math.max(...rules), 0),
      },
    ),
    say('dimensions.firstShare', { percent: reader.percent(100 * share) }),
  ];
}

function adequacyOf({ reader }: Shown<Params>, report: FactorabilityReport): string {
  const { say } = reader;
  const key = report.kmo >= 0.8 ? 'good' : report.kmo >= 0.6 ? 'enough' : 'tooLow';
  return say(`dimensions.adequacy.${key}`, { kmo: reader.number(report.kmo, 2) });
}

/** Whether the items are worth factoring, and how many factors they hold by several rules. */
export const dimensions: StudyAnalysis<Params> = {
  readParams: (analysed, search) => ({
    scale: readScale(analysed, search),
    correlation: readChoice(search, 'correlation', correlationKinds),
    draws: readWhole(search, 'draws', draws),
    seed: readWhole(search, 'seed', seeds),
  }),
  fields: (reader, analysed, params) => [
    scaleField(reader, analysed, params.scale),
    correlationField(reader, params.correlation),
    {
      ...{ kind: 'number', name: 'draws', label: reader.say('field.draws') },
      ...{ value: String(params.draws), min: draws.min, max: draws.max },
    },
    {
      ...{ kind: 'number', name: 'seed', label: reader.say('field.seed') },
      ...{ value: String(params.seed), min: seeds.min, max: seeds.max },
    },
  ],
  groups: () => [],
  steps: ({ say }, _analysed, { scale, correlation, ...random }) => {
    if (scale.items.length < 3) return { notPossible: say('tooFewItems') };
    const common = { items: [...scale.items], correlation };
    return [
      { name: 'factorability', family: 'factorability', options: common },
      { name: 'number', family: 'number_of_factors', options: { ...common, ...random } },
    ];
  },
  present: (shown) => {
    const { reader, outcomes, params } = shown;
    const { say } = reader;
    const notMeaning = say('dimensions.notMeaning');
    const counted = reportOf<NumberOfFactors | NotEstimable>(reader, outcomes, 'number');
    const worth = reportOf<FactorabilityReport | NotEstimable>(reader, outcomes, 'factorability');
    if (!('report' in counted)) return nothingFound(counted.why, notMeaning);
    const { report } = counted;
    return {
      findings: [
        ...findingsOf(shown, report),
        'report' in worth ? adequacyOf(shown, worth.report) : worth.why,
      ],
      notMeaning,
      cautions: sampleCautions(reader, report.n, report.items.length),
      charts: [screeChart(reader, params.scale.title, report)],
      tables: [
        ruleTable(reader, report),
        eigenvalueTable(reader, report),
        candidateTable(reader, report),
        ...('report' in worth ? factorabilityTables(shown, worth.report) : []),
      ],
      methods: [
        say('dimensions.methods', {
          ...{ n: reader.number(report.n, 0), all: reader.number(shown.n, 0) },
          ...{ draws: reader.number(params.draws, 0), seed: String(params.seed) },
          correlation: say(`correlation.inMethods.${params.correlation}`),
        }),
      ],
    };
  },
};
