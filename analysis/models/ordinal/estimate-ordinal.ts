import type { NotEstimable } from '../../estimate.ts';
import { chiSquareP } from '../../numeric/chi-square-p.ts';
import { invertPositiveDefinite } from '../../numeric/dense/invert-positive-definite.ts';
import { multiply } from '../../numeric/dense/multiply.ts';
import { traceOfProduct } from '../../numeric/dense/trace-of-product.ts';
import type { Parameterization } from '../../numeric/ordinal/response-moments.ts';
import type { SparseRows } from '../../numeric/ordinal/sparse-rows.ts';
import type { StructuralModel } from '../table/parameter.ts';
import { fitOrdinal, statisticsJacobians } from './fit-ordinal.ts';
import type { OrdinalData } from './ordinal-data.ts';
import { ordinalStart } from './ordinal-start.ts';
import type { OrdinalState } from './ordinal-state.ts';
import { robustTraces, type RobustTraces } from './robust-traces.ts';
import { scaledShifted, type ScaledShiftedTest } from './scaled-shifted.ts';

export const ordinalEstimators = ['WLSMV', 'DWLS'] as const;

export type OrdinalEstimator = (typeof ordinalEstimators)[number];

export interface PlainTest {
  readonly chiSquare: number;
  readonly degreesOfFreedom: number;
  readonly p: number | undefined;
}

export interface OrdinalEstimate {
  readonly ok: true;
  readonly estimator: OrdinalEstimator;
  readonly parameterization: Parameterization;
  readonly model: StructuralModel;
  readonly data: OrdinalData;
  readonly parameters: Float64Array;
  readonly state: OrdinalState;
  readonly jacobians: readonly SparseRows[];
  readonly traces: RobustTraces;
  /** E⁻¹. */
  readonly inverse: Float64Array;
  /** freeCount × freeCount: covariances of the estimates, sandwich with WLSMV. */
  readonly covariance: Float64Array;
  readonly test: PlainTest;
  readonly scaledTest: ScaledShiftedTest;
  readonly iterations: number;
}

/** tr(M M). */
function diagonalOfSquare(matrix: Float64Array, width: number): number {
  let sum = 0;
  for (let i = 0; i < width; i += 1) {
    for (let j = 0; j < width; j += 1) {
      sum += (matrix[i * width + j] ?? 0) * (matrix[j * width + i] ?? 0);
    }
  }
  return sum;
}

/**
 * Estimation of a model of ordered items by diagonally weighted least squares, with tests.
 *
 * DWLS: cov(θ̂) = E⁻¹/N. WLSMV: cov(θ̂) = E⁻¹BE⁻¹/N and the scaled-and-shifted test of tr(UΓ) = tr(WΓ) −
 * tr(E⁻¹B), tr(UΓUΓ) = tr(WΓWΓ) − 2 tr(E⁻¹Δ′WΓWΓWΔ) + tr(E⁻¹BE⁻¹B); E, B as in `robustTraces`. χ² = 2 N F.
 *
 * @param model compiled; @param data statistics of each group, items in the model's order.
 * @param settings estimator, parameterization.
 * @param onIteration called at each step.
 * @returns estimates, covariances, tests; 'not-identified' (fewer statistics than parameters, or a singular
 *   E), 'no-convergence'.
 * @remarks Missing data: not applicable. Inadmissible estimates are returned as they are.
 * @throws never.
 * @see Muthén, B., du Toit, S., Spisic, D. (1997). Robust inference using weighted least squares and quadratic
 *   estimating equations. Reference values: lavaan 0.6-14 `cfa(estimator = "WLSMV")`.
 */
export function estimateOrdinal(
  model: StructuralModel,
  data: OrdinalData,
  {
    estimator,
    parameterization,
  }: { estimator: OrdinalEstimator; parameterization: Parameterization },
  onIteration?: (iteration: number) => void,
): OrdinalEstimate | NotEstimable {
  const width = model.freeCount;
  const statistics = data.groups.reduce((sum, group) => sum + group.statistics.length, 0);
  const degreesOfFreedom = statistics - width;
  if (degreesOfFreedom < 0) return { ok: false, reason: 'not-identified' };
  const start = ordinalStart(model, data);
  const fit = fitOrdinal(model, data, start, parameterization, onIteration);
  if (!fit.ok) return fit;
  const { parameters, state, iterations } = fit;
  const jacobians = statisticsJacobians(model, state, data, { width, parameterization });
  const traces = robustTraces(jacobians, data, width);
  const inverse = invertPositiveDefinite(traces.bread, width, 1e-10)?.inverse;
  if (!inverse) return { ok: false, reason: 'not-identified' };
  const image = multiply(inverse, traces.meat, width, width, width);
  const sandwich = multiply(image, inverse, width, width, width);
  const covariance = (estimator === 'DWLS' ? inverse : sandwich).map((value) => value / data.n);
  const chiSquare = 2 * data.n * state.value;
  const p = degreesOfFreedom > 0 ? chiSquareP(chiSquare, degreesOfFreedom) : undefined;
  const diagonal = (matrix: Float64Array) => {
    let sum = 0;
    for (let i = 0; i < width; i += 1) sum += matrix[i * (width + 1)] ?? 0;
    return sum;
  };
  const squaredTrace =
    traces.squaredTrace -
    2 * traceOfProduct(inverse, traces.second) +
    diagonalOfSquare(image, width);
  return {
    ...{ ok: true, estimator, parameterization, model, data, parameters, state, iterations },
    ...{ jacobians, traces, inverse, covariance },
    test: { chiSquare, degreesOfFreedom, p },
    scaledTest: scaledShifted(chiSquare, degreesOfFreedom, {
      trace: traces.trace - diagonal(image),
      squaredTrace,
    }),
  };
}
