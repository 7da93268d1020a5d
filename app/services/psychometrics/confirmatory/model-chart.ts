import type { PathDiagramChart, PathParameter } from '../../../components/charts/chart-types.ts';
import { mostWithArcs } from '../../../components/charts/path-geometry.ts';
import type { Shown } from '../study-analysis.ts';
import { judgeModel } from './fit-verdicts.ts';
import type { FittedModel, FittedParameter } from './fitted-model.ts';
import type { ModelWords } from './model-words.ts';

function pathOf({ lhs, op, rhs, ...values }: FittedParameter): PathParameter {
  const [from, to] = op === '~' ? [rhs, lhs] : [lhs, rhs];
  return {
    ...{ from, to: lhs === rhs ? '' : to, estimate: values.standardised },
    standardError: values.isFree ? values.standardisedError : null,
  };
}

/** The model as it was fitted, with standardised values. */
export function modelChart(
  { reader, n }: Shown<unknown>,
  model: FittedModel,
  words: ModelWords,
): PathDiagramChart {
  const { say } = reader;
  const { parameters, items, factors } = model;
  const drawn = parameters.filter(({ standardised }) => Number.isFinite(standardised));
  const isItem = new Set(items);
  const verdict = judgeModel(model);
  const title = verdict ? (verdict.huBentler ? 'fits' : 'doesNotFit') : 'notJudged';
  return {
    kind: 'path-diagram',
    id: 'model',
    title: say(`confirmatory.chart.${title}`),
    subtitle: say('confirmatory.chart.subtitle', {
      ...{ n: reader.number(model.n, 0), all: reader.number(n, 0) },
    }),
    sentence: say('confirmatory.chart.sentence'),
    notMeaning: say('confirmatory.chart.notMeaning'),
    notes: factors.length > mostWithArcs ? [say('confirmatory.chart.noArcs')] : [],
    rowHeading: say('confirmatory.chart.kind'),
    decimals: 2,
    factors: factors.map((id) => ({ id, label: words.factorTitle(id) })),
    items: items.map((id) => ({ id, label: words.itemOf(id) ?? id })),
    loadings: drawn.filter(({ op }) => op === '=~' || op === '~').map(pathOf),
    correlations: drawn.filter(({ lhs, op, rhs }) => op === '~~' && lhs !== rhs).map(pathOf),
    residuals: drawn
      .filter(({ lhs, op, rhs }) => op === '~~' && lhs === rhs && isItem.has(lhs))
      .map(pathOf),
    headings: {
      from: say('confirmatory.chart.from'),
      to: say('confirmatory.chart.to'),
      estimate: say('confirmatory.column.standardised'),
      standardError: say('column.standardError'),
    },
    kinds: {
      loading: say('confirmatory.chart.loading'),
      correlation: say('confirmatory.chart.correlation'),
      residual: say('confirmatory.chart.residual'),
    },
  };
}
