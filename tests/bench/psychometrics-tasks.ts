import { correlationOfItems } from '#analysis/correlations/correlation-of-items.ts';
import { pairTablesOfMatrix } from '#analysis/correlations/pair-tables-of-matrix.ts';
import { polychoricMatrix } from '#analysis/correlations/polychoric-matrix.ts';
import { fitItemResponseModel } from '#analysis/irt/fit-item-response-model.ts';
import { rectangularQuadrature } from '#analysis/irt/quadrature.ts';
import { reportGradedResponse } from '#analysis/irt/report-graded-response.ts';
import { responsePatterns } from '#analysis/irt/response-patterns.ts';
import { confirmatoryFactorAnalysis } from '#analysis/models/confirmatory-factor-analysis.ts';
import { normalFitIndices } from '#analysis/models/fit/normal-fit-indices.ts';
import { modelData } from '#analysis/models/model-data.ts';
import { estimateNormal } from '#analysis/models/normal/estimate-normal.ts';
import { prepareNormal } from '#analysis/models/normal/prepare-normal.ts';
import { referenceTests } from '#analysis/models/normal/reference-tests.ts';
import { reportCfaOrdinal } from '#analysis/models/ordinal/report-cfa-ordinal.ts';
import { buildModel } from '#analysis/models/table/build-model.ts';
import { gradedItem } from '#analysis/numeric/graded-item.ts';
import { seededGenerator } from '#analysis/numeric/seeded-generator.ts';
import { describeItemTables } from '#analysis/psychometrics/describe-item-tables.ts';
import { exploratoryFactorAnalysis } from '#analysis/psychometrics/exploratory/exploratory-factor-analysis.ts';
import { completeRows } from '#analysis/table/complete-rows.ts';
import { itemMatrix } from '#analysis/table/item-matrix.ts';
import type { Table } from '#analysis/table/table.ts';

export interface Task {
  /** As in psychometrics-in-r.R. */
  readonly name: string;
  readonly what: string;
  readonly runs: number;
  /** How many times faster than R it has to be; none for what is only shown. */
  readonly target?: number;
  /** Name of the stored time, for what R cannot compute here. */
  readonly stored?: string;
  readonly work: () => unknown;
}

/** The main computations on the first 25 columns of a table, five factors of five items. */
export function psychometricTasks(table: Table): Task[] {
  const items = [...table.columns.keys()].slice(0, 25);
  const matrix = itemMatrix(table, { items });
  const rows = completeRows(matrix);
  const k = items.length;
  const columns = items.map((name, item) => {
    const values = Float64Array.from(
      { length: rows.n },
      (_, r) => rows.values[r * k + item] ?? NaN,
    );
    return [name, { kind: 'number', values }] as const;
  });
  const complete: Table = { n: rows.n, columns: new Map(columns) };
  const model = [0, 5, 10, 15, 20]
    .map((first) => `F${first / 5} =~ ${items.slice(first, first + 5).join(' + ')}`)
    .join('\n');

  const correlation = () => {
    const found = correlationOfItems(rows, 'pearson');
    if (!found.ok) throw new Error(found.reason);
    return found.matrix;
  };
  const r = correlation();

  /** What lavaan's `cfa` computes: estimates, standard errors, tests; and the fit indices. */
  const estimate = (estimator: 'ML' | 'MLR', missing: 'listwise' | 'fiml') => () => {
    const hasMeans = missing === 'fiml';
    const compiled = buildModel(model, { isStandardised: true, hasMeans });
    const data = modelData(hasMeans ? table : complete, compiled.items, { missing });
    const groups = data.groups.map(({ values }) => values);
    const prepared = prepareNormal(groups, compiled.items, hasMeans);
    if (!prepared.ok) throw new Error(prepared.reason);
    const references = referenceTests(prepared, estimator);
    if (!references.ok) throw new Error(references.reason);
    const found = estimateNormal(compiled, prepared, references);
    if (!found.ok) throw new Error(found.reason);
    return normalFitIndices(found, prepared);
  };

  /** What mirt computes: estimates and log-likelihood. */
  const graded = () => {
    const found = fitItemResponseModel(responsePatterns(rows), {
      ...{ model: gradedItem, nodes: rectangularQuadrature().nodes },
      density: { mean: 'zero', variance: 'one' },
      start: ({ slope, intercepts }) => [slope, ...intercepts],
    });
    if (!found.ok) throw new Error(found.reason);
    return found.logLik;
  };

  return [
    {
      ...{ name: 'alpha', what: 'alpha with item statistics', runs: 25, target: 5 },
      work: () => describeItemTables(pairTablesOfMatrix(matrix)),
    },
    { name: 'pearson', what: 'Pearson matrix', runs: 25, work: correlation },
    {
      ...{ name: 'polychoric', what: 'polychoric matrix with errors', runs: 15, target: 5 },
      work: () => polychoricMatrix(pairTablesOfMatrix(rows), 'listwise'),
    },
    {
      ...{ name: 'efa', what: 'EFA, minres, oblimin, 5 factors', runs: 25, target: 5 },
      stored: 'efa_minres_oblimin_bfi25_5f',
      work: () =>
        exploratoryFactorAnalysis(r, rows.n, { factors: 5, method: 'minres', rotation: 'oblimin' }),
    },
    {
      ...{ name: 'efa-starts', what: 'the same from ten more starts', runs: 9 },
      work: () =>
        exploratoryFactorAnalysis(r, rows.n, {
          ...{ factors: 5, method: 'minres', rotation: 'oblimin', randomStarts: 10 },
          generator: seededGenerator(1),
        }),
    },
    {
      ...{ name: 'cfa-ml', what: 'CFA, ML', runs: 25, target: 5 },
      work: estimate('ML', 'listwise'),
    },
    {
      ...{ name: 'cfa-ml-report', what: 'CFA, ML, whole report', runs: 25, target: 5 },
      work: () => confirmatoryFactorAnalysis(complete, { model, estimator: 'ML' }),
    },
    {
      ...{ name: 'cfa-mlr', what: 'CFA, MLR', runs: 15, target: 5 },
      work: estimate('MLR', 'listwise'),
    },
    {
      ...{ name: 'cfa-fiml', what: 'CFA, FIML, all rows', runs: 5, target: 5 },
      work: estimate('ML', 'fiml'),
    },
    {
      ...{ name: 'cfa-wlsmv', what: 'CFA, WLSMV, whole report', runs: 5, target: 5 },
      work: () => reportCfaOrdinal(complete, { model }),
    },
    {
      ...{ name: 'graded', what: 'graded response', runs: 5, target: 2 },
      ...{ stored: 'grm_mirt_bfi25', work: graded },
    },
    {
      ...{ name: 'graded-report', what: 'graded response, whole report', runs: 3 },
      work: () => reportGradedResponse(complete, { items, reverse: [] }),
    },
  ];
}
