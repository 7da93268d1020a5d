import type { NotEstimable, NotEstimableReason } from '../estimate.ts';
import type { Table } from '../table/table.ts';
import { admissibility, type ModelWarning } from './fit/admissibility.ts';
import { normalFitIndices, type NormalFitIndices } from './fit/normal-fit-indices.ts';
import { parameterEstimates, type ParameterEstimate } from './fit/parameter-estimates.ts';
import type { FitChange } from './invariance/invariance-cutoffs.ts';
import { judgeInvariance, type InvarianceVerdict } from './invariance/judge-invariance.ts';
import { nestedTest, type NestedTest } from './invariance/nested-test.ts';
import { modelData, type ModelDataOptions } from './model-data.ts';
import { estimateNormal } from './normal/estimate-normal.ts';
import type { ModelTest, NormalEstimator } from './normal/model-test.ts';
import { prepareNormal, type PreparedNormal } from './normal/prepare-normal.ts';
import { referenceTests, type ReferenceTests } from './normal/reference-tests.ts';
import { buildModel } from './table/build-model.ts';
import type { Equality } from './table/parameter.ts';

export const invarianceSteps = ['configural', 'metric', 'scalar', 'strict'] as const;

export type InvarianceStepName = (typeof invarianceSteps)[number];

const equalAt: Record<InvarianceStepName, readonly Equality[]> = {
  configural: [],
  metric: ['loadings'],
  scalar: ['loadings', 'intercepts'],
  strict: ['loadings', 'intercepts', 'residuals'],
};

export interface InvarianceOptions extends ModelDataOptions {
  readonly model: string;
  /** The grouping: language, wave, gender. */
  readonly group: string;
  readonly estimator?: NormalEstimator | undefined;
  readonly stdLv?: boolean | undefined;
  /** Parameters left free all the same (partial invariance): 'f =~ x2', 'x3 ~1'. */
  readonly partial?: readonly string[] | undefined;
}

export type InvarianceStep =
  | { readonly step: InvarianceStepName; readonly ok: false; readonly reason: NotEstimableReason }
  | {
      readonly step: InvarianceStepName;
      readonly ok: true;
      readonly fit: NormalFitIndices;
      readonly test: ModelTest;
      readonly parameters: readonly ParameterEstimate[];
      readonly warnings: readonly ModelWarning[];
    };

export interface InvarianceComparison {
  readonly from: InvarianceStepName;
  readonly to: InvarianceStepName;
  readonly test: NestedTest | undefined;
  /** Of the unscaled indices, for which the cut-offs were made. */
  readonly change: FitChange;
  readonly robustChange: { readonly cfi: number | undefined; readonly rmsea: number | undefined };
  readonly verdicts: readonly InvarianceVerdict[];
}

export type InvarianceReport =
  | NotEstimable
  | {
      readonly ok: true;
      readonly estimator: NormalEstimator;
      readonly missing: 'listwise' | 'fiml';
      readonly n: number;
      readonly nUsed: number;
      readonly groups: readonly { readonly level: string; readonly n: number }[];
      readonly partial: readonly string[];
      readonly steps: readonly InvarianceStep[];
      readonly comparisons: readonly InvarianceComparison[];
      /** With equal intercepts: means of factors against the first group's, which are 0. */
      readonly latentMeans: readonly ParameterEstimate[];
    };

function runStep(
  step: InvarianceStepName,
  options: InvarianceOptions,
  prepared: PreparedNormal,
  references: ReferenceTests,
): InvarianceStep {
  const model = buildModel(options.model, {
    groups: prepared.data.groups.length,
    isStandardised: options.stdLv ?? false,
    hasMeans: true,
    equal: equalAt[step],
    partial: options.partial ?? [],
  });
  const estimate = estimateNormal(model, prepared, references);
  if (!estimate.ok) return { step, ok: false, reason: estimate.reason };
  const { parameters, covariance, state, test } = estimate;
  return {
    ...{ step, ok: true, test },
    fit: normalFitIndices(estimate, prepared),
    parameters: parameterEstimates(model, parameters, covariance),
    warnings: admissibility(state.groups, prepared.data.n, model.freeCount),
  };
}

const less = (a: number | undefined, b: number | undefined) =>
  a === undefined || b === undefined ? undefined : a - b;

function compareSteps(steps: readonly InvarianceStep[], n: number): InvarianceComparison[] {
  return steps.slice(1).flatMap((to, index): InvarianceComparison[] => {
    const from = steps[index];
    if (!from?.ok || !to.ok) return [];
    const [a, b] = [from.fit, to.fit];
    const change = {
      cfi: less(b.plain.cfi, a.plain.cfi),
      rmsea: less(b.plain.rmsea?.estimate, a.plain.rmsea?.estimate),
      srmr: b.srmr - a.srmr,
    };
    return [
      {
        ...{ from: from.step, to: to.step, change },
        test: nestedTest(to.test, from.test),
        robustChange: {
          cfi: less(b.robust?.cfi, a.robust?.cfi),
          rmsea: less(b.robust?.rmsea?.estimate, a.robust?.rmsea?.estimate),
        },
        verdicts: judgeInvariance(change, to.step === 'metric' ? 'loadings' : 'later', n),
      },
    ];
  });
}

/**
 * Measurement invariance of continuous items over groups, languages or waves of different people.
 *
 * Configural: the same model in each group; metric: equal loadings; scalar: equal intercepts, means of factors
 * free after the first group; strict: equal residual variances. Nested tests see `nestedTest`, verdicts see
 * `judgeInvariance`.
 *
 * @param table the researcher's table.
 * @param options model text, grouping, estimator (default MLR), missing (default listwise), partial invariance.
 * @param controls onProgress.
 * @returns fit, parameters and warnings of each step, comparisons of neighbouring steps, means of factors; or
 *   'too-few-groups' and the reasons of `prepareNormal`. A step that cannot be estimated says why.
 * @remarks Missing data: listwise or full information. Rows without a group are left out.
 * @throws DomainError as `buildModel` and `modelData`.
 * @see Vandenberg, R. J., Lance, C. E. (2000). https://doi.org/10.1177/109442810031002; Byrne, B. M., Shavelson,
 *   R. J., Muthén, B. (1989). https://doi.org/10.1037/0033-2909.105.3.456. Reference values: lavaan 0.6-14.
 */
export function measurementInvariance(
  table: Table,
  options: InvarianceOptions,
  { onProgress }: { readonly onProgress?: (share: number) => void } = {},
): InvarianceReport {
  const { estimator = 'MLR', missing = 'listwise', partial = [] } = options;
  const { items, factors } = buildModel(options.model);
  const data = modelData(table, items, options);
  if (data.levels.length < 2) return { ok: false, reason: 'too-few-groups' };
  const prepared = prepareNormal(
    data.groups.map(({ values }) => values),
    ...([items, true] as const),
  );
  if (!prepared.ok) return prepared;
  const references = referenceTests(prepared, estimator);
  if (!references.ok) return references;
  const steps = invarianceSteps.map((step, index) => {
    onProgress?.((index + 1) / (invarianceSteps.length + 1));
    return runStep(step, options, prepared, references);
  });
  const scalar = steps.find(({ step }) => step === 'scalar');
  return {
    ...{ ok: true, estimator, missing, n: data.n, nUsed: prepared.data.n, partial, steps },
    groups: data.levels.map((level, index) => ({ level, n: prepared.data.groups[index]?.n ?? 0 })),
    comparisons: compareSteps(steps, prepared.data.n),
    latentMeans: scalar?.ok
      ? scalar.parameters.filter(({ op, lhs }) => op === '~1' && factors.includes(lhs))
      : [],
  };
}
