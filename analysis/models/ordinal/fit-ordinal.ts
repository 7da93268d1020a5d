import type { NotEstimable } from '../../estimate.ts';
import { minimise } from '../../numeric/minimise.ts';
import { responseJacobian, type Parameterization } from '../../numeric/ordinal/response-moments.ts';
import {
  addTransposed,
  addWeightedSquares,
  sparseRows,
  type SparseRows,
} from '../../numeric/ordinal/sparse-rows.ts';
import type { StructuralModel } from '../table/parameter.ts';
import type { OrdinalData } from './ordinal-data.ts';
import { ordinalState, type OrdinalState } from './ordinal-state.ts';

export interface OrdinalFit {
  readonly ok: true;
  readonly parameters: Float64Array;
  readonly state: OrdinalState;
  readonly iterations: number;
}

/** Jacobian of each group's statistics, sparse. */
export function statisticsJacobians(
  model: Pick<StructuralModel, 'groups'>,
  state: OrdinalState,
  data: OrdinalData,
  { width, parameterization }: { width: number; parameterization: Parameterization },
): SparseRows[] {
  return state.groups.flatMap((group, index) => {
    const elements = model.groups[index]?.elements;
    if (!elements) return [];
    const jacobian = responseJacobian(
      { ...group, elements },
      ...([width, data.itemOf, parameterization] as const),
    );
    return [sparseRows(jacobian, width)];
  });
}

/** n_g/N times the weights of a group. */
export function sharedWeights(data: OrdinalData, group: number): Float64Array {
  const { n = 0, weights = new Float64Array() } = data.groups[group] ?? {};
  return weights.map((weight) => (weight * n) / data.n);
}

/**
 * Diagonally weighted least squares estimates of a model of ordered items.
 *
 * θ̂ = arg min F(θ) (`ordinalState`), by Gauss–Newton steps: ∇F = −Δ′We, curvature Δ′WΔ.
 *
 * @param model compiled with thresholds and scaling.
 * @param data statistics of each group, items in the model's order.
 * @param start θ to begin with.
 * @param parameterization delta or theta.
 * @param onIteration called at each step.
 * @returns estimates and the state at them, or 'no-convergence'.
 * @remarks Missing data: not applicable. Residual variances may become negative, correlations pass one.
 * @throws never.
 * @see Muthén, B., du Toit, S., Spisic, D. (1997). Robust inference using weighted least squares and quadratic
 *   estimating equations. Reference values: lavaan 0.6-14 `cfa(estimator = "DWLS")`.
 */
export function fitOrdinal(
  model: StructuralModel,
  data: OrdinalData,
  start: Float64Array,
  parameterization: Parameterization,
  onIteration?: (iteration: number) => void,
): OrdinalFit | NotEstimable {
  const width = model.freeCount;
  const stateAt = (x: Float64Array) => ordinalState(model, x, data, parameterization);
  const minimum = minimise(
    {
      value: (x) => stateAt(x)?.value ?? Infinity,
      derivatives: (x) => {
        const gradient = new Float64Array(width);
        const curvature = new Float64Array(width * width);
        const state = stateAt(x);
        if (!state) return { gradient, curvature };
        const jacobians = statisticsJacobians(model, state, data, { width, parameterization });
        jacobians.forEach((jacobian, index) => {
          const weights = sharedWeights(data, index);
          const { residuals = new Float64Array() } = state.groups[index] ?? {};
          addWeightedSquares(curvature, jacobian, weights);
          const pull = residuals.map((e, s) => -e * (weights[s] ?? 0));
          addTransposed(gradient, jacobian, pull);
        });
        return { gradient, curvature };
      },
    },
    start,
    onIteration === undefined ? {} : { onIteration },
  );
  const state = stateAt(minimum.x);
  if (!minimum.isConverged || !state) return { ok: false, reason: 'no-convergence' };
  return { ok: true, parameters: minimum.x, state, iterations: minimum.iterations };
}
