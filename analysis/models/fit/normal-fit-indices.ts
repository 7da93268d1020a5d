import type { NormalEstimate } from '../normal/estimate-normal.ts';
import { incompleteRobustTests } from '../normal/incomplete-robust-tests.ts';
import type { PreparedNormal } from '../normal/prepare-normal.ts';
import { chiSquareFit, type ChiSquareFit } from './chi-square-fit.ts';
import type { TestStatistic } from './incremental-fit.ts';
import { residualFit, type ResidualFit } from './residual-fit.ts';

export interface NormalFitIndices extends ChiSquareFit, ResidualFit {
  readonly parameters: number;
  readonly n: number;
  readonly chiSquare: number;
  readonly degreesOfFreedom: number;
  readonly p: number | undefined;
  readonly baseline: { readonly chiSquare: number; readonly degreesOfFreedom: number };
  /** Minimum of the discrepancy function, χ²/(2 N). */
  readonly discrepancy: number;
  /** Adjusted for degrees of freedom. */
  readonly agfi: number | undefined;
  readonly logLikelihood: number;
  readonly saturatedLogLikelihood: number;
  readonly aic: number;
  readonly bic: number;
  /** Sample-size adjusted: (N + 2)/24 in place of N. */
  readonly sabic: number;
}

function statistic({
  chiSquare,
  degreesOfFreedom,
  scalingFactor,
}: NormalEstimate['test']): TestStatistic {
  return { chiSquare, degreesOfFreedom, ...(scalingFactor === undefined ? {} : { scalingFactor }) };
}

/**
 * Every index of fit of a model estimated by maximum likelihood.
 *
 * AIC = −2 log L + 2 q, BIC = −2 log L + q log N, SABIC with (N + 2)/24; AGFI = 1 − (k/df)(1 − GFI), k the number
 * of moments; the others see `chiSquareFit`, `residualFit`.
 *
 * @param estimate the fitted model; @param prepared its data.
 * @returns the indices; scaled and robust ones with MLR.
 * @remarks Missing data: sample moments by EM; robust CFI, TLI and RMSEA for incomplete data see
 *   `incompleteRobustTests`.
 * @throws never.
 * @see Schwarz, G. (1978). https://doi.org/10.1214/aos/1176344136; Sclove, S. L. (1987).
 *   https://doi.org/10.1007/BF02294360. Reference values: lavaan 0.6-14 `fitMeasures`.
 */
export function normalFitIndices(
  estimate: NormalEstimate,
  prepared: PreparedNormal,
): NormalFitIndices {
  const { model, state, test, baseline, logLikelihood } = estimate;
  const { data, moments, hasMeans, saturated } = prepared;
  const { n } = data;
  const q = model.freeCount;
  const groups = state.groups.map((group, index) => ({
    n: data.groups[index]?.n ?? 0,
    sample: moments[index] ?? group.moments,
    implied: group.moments,
  }));
  const residuals = residualFit(groups, hasMeans);
  const { chiSquare, degreesOfFreedom, p } = test;
  const tests = { model: statistic(test), baseline: statistic(baseline) };
  const isScaled = test.scalingFactor !== undefined;
  const robust =
    isScaled && !prepared.isComplete ? incompleteRobustTests(estimate, prepared) : tests;
  return {
    ...chiSquareFit(tests.model, tests.baseline, { n, groups: groups.length }, robust),
    ...residuals,
    ...{ parameters: q, n, chiSquare, degreesOfFreedom, p, logLikelihood },
    baseline: { chiSquare: baseline.chiSquare, degreesOfFreedom: baseline.degreesOfFreedom },
    discrepancy: chiSquare / (2 * n),
    agfi:
      degreesOfFreedom > 0
        ? 1 - (saturated.model.freeCount / degreesOfFreedom) * (1 - residuals.gfi)
        : undefined,
    saturatedLogLikelihood: estimate.saturatedLogLikelihood,
    aic: -2 * logLikelihood + 2 * q,
    bic: -2 * logLikelihood + q * Math.log(n),
    sabic: -2 * logLikelihood + q * Math.log((n + 2) / 24),
  };
}
