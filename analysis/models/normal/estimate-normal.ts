import type { NotEstimable } from '../../estimate.ts';
import { invertPositiveDefinite } from '../../numeric/dense/invert-positive-definite.ts';
import { multiply } from '../../numeric/dense/multiply.ts';
import type { StructuralModel } from '../table/parameter.ts';
import { fitNormal } from './fit-normal.ts';
import { modelTest, type ModelTest, type NormalEstimator } from './model-test.ts';
import { normalDerivatives } from './normal-derivatives.ts';
import type { NormalState } from './normal-state.ts';
import type { PreparedNormal } from './prepare-normal.ts';
import type { ReferenceTests } from './reference-tests.ts';
import { scoreInformation } from './score-information.ts';
import { startValues } from './start-values.ts';

export interface NormalEstimate {
  readonly ok: true;
  readonly estimator: NormalEstimator;
  readonly model: StructuralModel;
  readonly parameters: Float64Array;
  readonly state: NormalState;
  /** freeCount × freeCount: covariances of the estimates, sandwich with MLR. */
  readonly covariance: Float64Array;
  readonly test: ModelTest;
  readonly baseline: ModelTest;
  readonly logLikelihood: number;
  readonly saturatedLogLikelihood: number;
  readonly iterations: number;
}

function logLikelihood({ value }: NormalState, { data }: PreparedNormal): number {
  const answers = data.groups.reduce(
    (sum, { patterns }) =>
      sum + patterns.reduce((s, { n, observed }) => s + n * observed.length, 0),
    0,
  );
  return -data.n * value - 0.5 * answers * Math.log(2 * Math.PI);
}

/** The inverse information per respondent of the estimator. */
function breadOf(
  model: StructuralModel,
  state: NormalState,
  prepared: PreparedNormal,
  isRobust: boolean,
) {
  const kind = isRobust || !prepared.isComplete ? 'observed' : 'expected';
  const elements = model.groups.map((group) => group.elements);
  const width = model.freeCount;
  const { curvature } = normalDerivatives(state, prepared.data, elements, width, kind);
  return invertPositiveDefinite(curvature, width, 1e-10)?.inverse;
}

/**
 * Maximum likelihood estimation of a structural model with its covariances of estimates and tests.
 *
 * ML: cov(θ̂) = (N I)⁻¹, I expected for complete data, observed with missing answers. MLR: Huber–White
 * A⁻¹ B A⁻¹/N with A observed and B first-order information, and the Yuan–Bentler test (variant of Mplus).
 * Tests see `modelTest`.
 *
 * @param model compiled; @param prepared data, see `prepareNormal`.
 * @param references what all models on these data share, and the estimator.
 * @param onIteration called at each step.
 * @returns estimates, covariances, tests; or 'not-identified' (fewer moments than parameters, or a singular
 *   information), 'no-convergence'.
 * @remarks Missing data: full information. Inadmissible estimates are returned as they are, see
 *   `admissibility`.
 * @throws never.
 * @see Jöreskog, K. G. (1971). https://doi.org/10.1007/BF02291366; Yuan, K.-H., Bentler, P. M. (2000).
 *   https://doi.org/10.1111/0081-1750.00078. Reference values: lavaan 0.6-14 `cfa`.
 */
export function estimateNormal(
  model: StructuralModel,
  prepared: PreparedNormal,
  references: ReferenceTests,
  onIteration?: (iteration: number) => void,
): NormalEstimate | NotEstimable {
  const { data, moments, saturated } = prepared;
  const { estimator, trace, baseline } = references;
  if (model.freeCount > saturated.model.freeCount) return { ok: false, reason: 'not-identified' };
  const fit = fitNormal(model, data, startValues(model, moments), onIteration);
  if (!fit.ok) return fit;
  const { parameters, state, iterations } = fit;
  const isRobust = estimator === 'MLR';
  const bread = breadOf(model, state, prepared, isRobust);
  if (!bread) return { ok: false, reason: 'not-identified' };
  const width = model.freeCount;
  let covariance: Float64Array = bread.map((value) => value / data.n);
  if (isRobust) {
    const meat = scoreInformation(model, state, data);
    covariance = multiply(
      multiply(bread, meat, width, width, width),
      covariance,
      width,
      width,
      width,
    );
  }
  const test = modelTest({ model, state }, prepared, trace);
  if (!test) return { ok: false, reason: 'not-identified' };
  return {
    ...{ ok: true, estimator, model, parameters, state, covariance, test, baseline, iterations },
    logLikelihood: logLikelihood(state, prepared),
    saturatedLogLikelihood: logLikelihood(saturated.state, prepared),
  };
}
