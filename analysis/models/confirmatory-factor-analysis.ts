import type { NotEstimable } from '../estimate.ts';
import type { Table } from '../table/table.ts';
import { admissibility, type ModelWarning } from './fit/admissibility.ts';
import { factorReports, type FactorReport } from './fit/factor-reports.ts';
import { listwiseHtmt, type ListwiseHtmt } from './fit/listwise-htmt.ts';
import { normalFitIndices, type NormalFitIndices } from './fit/normal-fit-indices.ts';
import { parameterEstimates, type ParameterEstimate } from './fit/parameter-estimates.ts';
import { residualCorrelations } from './fit/residual-correlations.ts';
import { modelData, type ModelDataOptions } from './model-data.ts';
import { estimateNormal } from './normal/estimate-normal.ts';
import type { NormalEstimator } from './normal/model-test.ts';
import { modificationIndices, type ModificationIndex } from './normal/modification-indices.ts';
import { prepareNormal } from './normal/prepare-normal.ts';
import { referenceTests } from './normal/reference-tests.ts';
import { buildModel } from './table/build-model.ts';

export interface CfaOptions extends ModelDataOptions {
  readonly model: string;
  readonly estimator?: NormalEstimator | undefined;
  /** Factor variances fixed at one instead of first loadings. */
  readonly stdLv?: boolean | undefined;
  readonly orthogonal?: boolean | undefined;
  /** Model means even where estimation does not need them. */
  readonly meanStructure?: boolean | undefined;
}

export interface CfaControls {
  readonly onProgress?: (share: number) => void;
}

export type CfaReport =
  | (NotEstimable & { readonly nUsed: number; readonly items: readonly string[] })
  | {
      readonly ok: true;
      readonly estimator: NormalEstimator;
      readonly missing: 'listwise' | 'fiml';
      /** Rows of the table, rows used. */
      readonly n: number;
      readonly nUsed: number;
      readonly groups: readonly { readonly level: string; readonly n: number }[];
      readonly items: readonly string[];
      readonly factors: readonly string[];
      readonly iterations: number;
      readonly warnings: readonly ModelWarning[];
      readonly fit: NormalFitIndices;
      readonly parameters: readonly ParameterEstimate[];
      /** Of each group: reliability and validity of its factors. */
      readonly validity: readonly FactorReport[];
      readonly htmt: ListwiseHtmt | undefined;
      /** Of each group, items × items, observed less implied. */
      readonly residualCorrelations: readonly Float64Array[];
      readonly modificationIndices: readonly ModificationIndex[];
    };

/**
 * Confirmatory factor analysis of continuous items: estimates, fit, reliability, validity, modification.
 *
 * Maximum likelihood on sample moments or, with missing 'fiml', on all answers given; see `estimateNormal`.
 *
 * @param table the researcher's table.
 * @param options model text, estimator (default MLR), missing (default listwise), identification, groups.
 * @param controls onProgress.
 * @returns the report; or the reason why the model is not estimable on these data.
 * @remarks Missing data: listwise on the model's items, or full information (missing at random). Inadmissible
 *   solutions are reported with warnings.
 * @throws DomainError as `buildModel` and `modelData`.
 * @see Brown, T. A. (2015). Confirmatory Factor Analysis for Applied Research (2nd ed.). Reference values:
 *   lavaan 0.6-14 `cfa`, semTools 0.5-6.
 */
export function confirmatoryFactorAnalysis(
  table: Table,
  options: CfaOptions,
  { onProgress }: CfaControls = {},
): CfaReport {
  const { estimator = 'MLR', missing = 'listwise', stdLv = true, orthogonal = false } = options;
  const isMultiGroup = options.group !== undefined;
  const hasMeans = missing === 'fiml' || isMultiGroup || options.meanStructure === true;
  const variables = buildModel(options.model);
  const data = modelData(table, variables.items, options);
  const settings = { groups: data.levels.length, isStandardised: stdLv, hasMeans };
  const model = buildModel(options.model, { ...settings, isOrthogonal: orthogonal });
  const { items, factors } = model;
  const used = data.groups.reduce((sum, { n }) => sum + n, 0);
  const refuse = ({ reason }: NotEstimable): CfaReport => ({
    ok: false,
    reason,
    nUsed: used,
    items,
  });
  const prepared = prepareNormal(
    data.groups.map(({ values }) => values),
    ...([items, hasMeans] as const),
  );
  if (!prepared.ok) return refuse(prepared);
  const references = referenceTests(prepared, estimator);
  if (!references.ok) return refuse(references);
  onProgress?.(0.2);
  const estimate = estimateNormal(model, prepared, references, (iteration) =>
    onProgress?.(0.2 + 0.5 * (1 - 1 / (1 + iteration / 5))),
  );
  if (!estimate.ok) return refuse(estimate);
  const { parameters, covariance, state } = estimate;
  const warnings = admissibility(state.groups, prepared.data.n, model.freeCount);
  return {
    ...{ ok: true, estimator, missing, n: data.n, nUsed: prepared.data.n },
    groups: data.levels.map((level, index) => ({ level, n: prepared.data.groups[index]?.n ?? 0 })),
    ...{ items, factors, iterations: estimate.iterations, warnings },
    fit: normalFitIndices(estimate, prepared),
    parameters: parameterEstimates(model, parameters, covariance),
    validity: factorReports(model, parameters, prepared.moments),
    htmt: listwiseHtmt(model, data.complete),
    residualCorrelations: state.groups.map(({ moments }, index) =>
      residualCorrelations(prepared.moments[index] ?? moments, moments),
    ),
    modificationIndices: modificationIndices(model, state, prepared.data, 'expected'),
  };
}
