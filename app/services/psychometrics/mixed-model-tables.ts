import type { Interval } from '#analysis/estimate.ts';
import type { MixedLogitEstimates } from '#analysis/multilevel/mixed-logit-report.ts';
import type { MixedLinearEstimates } from '#analysis/multilevel/multilevel-linear.ts';
import type { WaldCoefficient } from '#analysis/multilevel/wald-coefficient.ts';
import { clusterInterval } from './cluster-interval.ts';
import { numberCell } from './number-cell.ts';
import { pCell } from './p-cell.ts';
import type { AnalysisReader } from './reader.server.ts';
import type { AnalysisTable, Cell } from './study-analysis.ts';

type Row = { name: string; value: Cell };

/**
 * With fewer clusters maximum likelihood takes the variance between them, and standard errors with it, too
 * small for an interval: Elff, M. et al. (2021). https://doi.org/10.1017/S0007123419000097.
 */
const fewestForIntervals = 10;

function valueTable(
  { say }: AnalysisReader,
  id: string,
  title: string,
  rows: Row[],
): AnalysisTable {
  return {
    ...{ id, title, rows },
    columns: [
      { key: 'name', label: say('column.quantity') },
      { key: 'value', label: say('column.value'), numeric: true },
    ],
  };
}

type Coefficient = Pick<WaldCoefficient, 'name' | 'estimate' | 'standardError'> & {
  interval: Interval | null;
};

function coefficientTable(
  reader: AnalysisReader,
  title: string,
  coefficients: readonly Coefficient[],
  nameOf: (name: string) => string,
): AnalysisTable {
  const { say } = reader;
  const hasIntervals = coefficients.some(({ interval }) => interval !== null);
  return {
    ...{ id: 'coefficients', title },
    columns: [
      { key: 'name', label: say('column.quantity') },
      { key: 'value', label: say('column.value'), numeric: true },
      { key: 'error', label: say('column.standardError'), numeric: true },
      ...(hasIntervals
        ? [
            { key: 'low', label: say('column.low'), numeric: true },
            { key: 'high', label: say('column.high'), numeric: true },
          ]
        : []),
    ],
    rows: coefficients.map(({ name, estimate, standardError, interval }) => ({
      name: nameOf(name),
      value: numberCell(reader, estimate, 3),
      error: numberCell(reader, standardError, 3),
      ...(interval
        ? {
            low: numberCell(reader, interval[0], 3),
            high: numberCell(reader, interval[1], 3),
          }
        : {}),
    })),
  };
}

/** Variances, ICC and design effect of the score. */
export function linearTables(
  reader: AnalysisReader,
  model: MixedLinearEstimates,
  clusters: number,
): AnalysisTable[] {
  const { say } = reader;
  const means = model.coefficients.map((coefficient) => ({
    ...coefficient,
    interval: clusterInterval(coefficient, clusters),
  }));
  const number = (value: number, decimals = 3) => numberCell(reader, value, decimals);
  return [
    valueTable(reader, 'variances', say('mixedModel.variances'), [
      { name: say('mixedModel.quantity.between'), value: number(model.varianceGroup) },
      { name: say('mixedModel.quantity.within'), value: number(model.varianceWithin) },
      { name: say('mixedModel.quantity.icc'), value: number(model.icc) },
      { name: say('mixedModel.quantity.designEffect'), value: number(model.designEffect, 2) },
      {
        name: say('mixedModel.quantity.likelihoodRatio'),
        value: number(model.randomInterceptTest.statistic, 2),
      },
      { name: say('mixedModel.quantity.p'), value: pCell(reader, model.randomInterceptTest.p) },
      { name: say('mixedModel.quantity.logLik'), value: number(model.logLik, 2) },
    ]),
    {
      ...coefficientTable(reader, say('mixedModel.fixed'), means, () =>
        say('mixedModel.quantity.mean'),
      ),
      notes: [say('mixedModel.fixedNote', { df: reader.number(clusters - 1, 0) })],
    },
  ];
}

/** Variance, median odds ratio, latent ICC and design effect of one item's answers. */
export function ordinalTables(
  reader: AnalysisReader,
  model: MixedLogitEstimates,
  clusters: number,
): AnalysisTable[] {
  const { say } = reader;
  const isFew = clusters < fewestForIntervals;
  const thresholds = isFew
    ? model.thresholds.map((threshold) => ({ ...threshold, interval: null }))
    : model.thresholds;
  const number = (value: number, decimals = 3) => numberCell(reader, value, decimals);
  const rows = model.intercepts.flatMap(({ variance, medianOddsRatio, latentIcc }) => [
    { name: say('mixedModel.quantity.latentBetween'), value: number(variance) },
    { name: say('mixedModel.quantity.medianOddsRatio'), value: number(medianOddsRatio, 2) },
    { name: say('mixedModel.quantity.latentIcc'), value: number(latentIcc) },
  ]);
  return [
    valueTable(reader, 'variances', say('mixedModel.variances'), [
      ...rows,
      { name: say('mixedModel.quantity.designEffect'), value: number(model.designEffect, 2) },
      {
        name: say('mixedModel.quantity.likelihoodRatio'),
        value: number(model.randomInterceptTest.statistic, 2),
      },
      { name: say('mixedModel.quantity.p'), value: pCell(reader, model.randomInterceptTest.p) },
      { name: say('mixedModel.quantity.logLik'), value: number(model.logLik, 2) },
    ]),
    {
      ...coefficientTable(reader, say('mixedModel.thresholds'), thresholds, (name) =>
        name.replace('|', ' | '),
      ),
      notes: isFew
        ? [say('mixedModel.noIntervals', { minimum: reader.number(fewestForIntervals, 0) })]
        : [],
    },
  ];
}
