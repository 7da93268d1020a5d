import { chiSquareP } from '../../numeric/chi-square-p.ts';
import { invertPositiveDefinite } from '../../numeric/dense/invert-positive-definite.ts';
import { normalDerivatives } from './normal-derivatives.ts';
import type { PreparedNormal, ReferenceFit } from './prepare-normal.ts';
import { scalingFactor } from './scaling-factor.ts';

export const normalEstimators = ['ML', 'MLR'] as const;

export type NormalEstimator = (typeof normalEstimators)[number];

export interface ModelTest {
  readonly chiSquare: number;
  readonly degreesOfFreedom: number;
  readonly p: number | undefined;
  /** MLR: c of Yuan and Bentler's scaled statistic χ²/c. */
  readonly scalingFactor: number | undefined;
}

/**
 * The likelihood ratio test of a fitted model against the saturated one.
 *
 * χ² = 2 N (f(θ̂) − f_saturated); c see `scalingFactor`.
 *
 * @param fit model and state at θ̂; @param prepared its data.
 * @param trace tr(A₁⁻¹ B₁) of the saturated model; undefined: no scaling factor (ML).
 * @returns statistic, df, p, c; undefined when the model's observed information is singular.
 * @remarks Missing data: by patterns. Without degrees of freedom there is neither p nor c.
 * @throws never.
 * @see Jöreskog, K. G. (1971). https://doi.org/10.1007/BF02291366; Yuan, K.-H., Bentler, P. M. (2000).
 *   https://doi.org/10.1111/0081-1750.00078. Reference values: lavaan 0.6-14 `fitMeasures`.
 */
export function modelTest(
  { model, state }: ReferenceFit,
  { data, saturated }: PreparedNormal,
  trace: number | undefined,
): ModelTest | undefined {
  const chiSquare = Math.max(0, 2 * data.n * (state.value - saturated.state.value));
  const degreesOfFreedom = saturated.model.freeCount - model.freeCount;
  const p = degreesOfFreedom > 0 ? chiSquareP(chiSquare, degreesOfFreedom) : undefined;
  if (trace === undefined || degreesOfFreedom <= 0) {
    return { chiSquare, degreesOfFreedom, p, scalingFactor: undefined };
  }
  const elements = model.groups.map((group) => group.elements);
  const { curvature } = normalDerivatives(state, data, elements, model.freeCount, 'observed');
  const inverted = invertPositiveDefinite(curvature, model.freeCount);
  if (!inverted) return undefined;
  const c = scalingFactor(model, state, inverted.inverse, data, trace, degreesOfFreedom);
  return { chiSquare, degreesOfFreedom, p, scalingFactor: c };
}
