import type { NotEstimable } from '#analysis/estimate.ts';
import type { CfaReport } from '#analysis/models/confirmatory-factor-analysis.ts';
import type { CfaOrdinalReport } from '#analysis/models/ordinal/report-cfa-ordinal.ts';
import { nothingFound } from '../nothing-found.ts';
import { readChoice } from '../read-choice.ts';
import type { AnalysisReader } from '../reader.server.ts';
import { reportOf } from '../report-of.ts';
import { scaleModel } from '../scale-model.ts';
import type { Shown, StudyAnalysis } from '../study-analysis.ts';
import { checkModelText, type ModelProblem } from './check-model-text.ts';
import { modelStep, offeredEstimators, type Estimator } from './estimators.ts';
import { fitTable } from './fit-table.ts';
import { judgeModel } from './fit-verdicts.ts';
import { fittedContinuous } from './fitted-continuous.ts';
import type { FittedModel } from './fitted-model.ts';
import { fittedOrdered } from './fitted-ordered.ts';
import { modelCautions } from './model-cautions.ts';
import { modelChart } from './model-chart.ts';
import { modelWords } from './model-words.ts';
import { modificationTable } from './modification-table.ts';
import { parameterTables } from './parameter-tables.ts';
import { problemText } from './problem-text.ts';
import { qualityTables } from './quality-tables.ts';

type Params = { model: string; estimator: Estimator; problem: ModelProblem | undefined };

function fittedOf({ reader, outcomes, params }: Shown<Params>) {
  if (params.estimator === 'WLSMV') {
    const found = reportOf<CfaOrdinalReport | NotEstimable>(reader, outcomes, 'model');
    return 'report' in found ? { model: fittedOrdered(found.report) } : { why: found.why };
  }
  const found = reportOf<CfaReport>(reader, outcomes, 'model');
  return 'report' in found ? { model: fittedContinuous(found.report) } : { why: found.why };
}

function findingsOf(reader: AnalysisReader, model: FittedModel): string[] {
  const { say, number } = reader;
  const verdict = judgeModel(model);
  if (!verdict) return [say('confirmatory.notJudged')];
  const { variant, huBentler, cosmin } = verdict;
  const indices = say('confirmatory.indices', {
    variant: say(`confirmatory.variantName.${variant.name}`),
    cfi: number(variant.cfi ?? NaN, 3),
    rmsea: number(variant.rmsea?.estimate ?? NaN, 3),
    srmr: number(model.srmr, 3),
    n: number(model.n, 0),
  });
  return [
    `${say(huBentler ? 'confirmatory.fits' : 'confirmatory.doesNotFit')} ${indices}`,
    say(cosmin ? 'confirmatory.sufficient' : 'confirmatory.insufficient'),
  ];
}

/** Whether the structure that a scale claims fits the answers. */
export const confirmatory: StudyAnalysis<Params> = {
  readParams: (analysed, search) => {
    const typed = (search.get('model') ?? '').replaceAll('\r\n', '\n').trim();
    const model = typed === '' ? scaleModel(analysed.study.instrument, null).text : typed;
    const { itemOf } = modelWords(analysed);
    return {
      model,
      estimator: readChoice(search, 'estimator', offeredEstimators(analysed)),
      problem: checkModelText(model, (name) => itemOf(name) !== undefined),
    };
  },
  fields: (reader, analysed, { model, estimator, problem }) => [
    {
      ...{ kind: 'text', name: 'model', label: reader.say('field.model'), value: model },
      hint: reader.say('field.modelHint'),
      error: problem && problemText(reader, problem),
    },
    {
      ...{
        kind: 'select',
        name: 'estimator',
        label: reader.say('field.estimator'),
        value: estimator,
      },
      options: offeredEstimators(analysed).map((value) => {
        return { value, label: reader.say(`estimator.${value}`) };
      }),
    },
  ],
  groups: () => [],
  steps: (_reader, _analysed, { model, estimator }) => [modelStep(model, estimator)],
  present: (shown) => {
    const { reader, analysed, params, n } = shown;
    const { say } = reader;
    const notMeaning = say('confirmatory.notMeaning');
    const fitted = fittedOf(shown);
    if (!('model' in fitted)) return nothingFound(fitted.why, notMeaning);
    const { model } = fitted;
    const words = modelWords(analysed);
    return {
      findings: findingsOf(reader, model),
      notMeaning,
      cautions: modelCautions(reader, model, { estimator: params.estimator, words }),
      charts: [modelChart(shown, model, words)],
      tables: [
        fitTable(reader, model),
        ...parameterTables(shown, model, words),
        ...qualityTables(reader, model, words),
        ...modificationTable(shown, model, words),
      ],
      methods: [
        say(`confirmatory.methods.${params.estimator}`, {
          ...{ n: reader.number(model.n, 0), all: reader.number(n, 0) },
        }),
        say('confirmatory.methods.model', { model: params.model.replaceAll(/\s*\n\s*/g, '; ') }),
        say('confirmatory.methods.software'),
      ],
    };
  },
};
