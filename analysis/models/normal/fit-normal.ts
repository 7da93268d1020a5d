import type { NotEstimable } from '../../estimate.ts';
import { minimise } from '../../numeric/minimise.ts';
import type { StructuralModel } from '../table/parameter.ts';
import type { NormalData } from './normal-data.ts';
import { normalDerivatives } from './normal-derivatives.ts';
import { normalState, type NormalState } from './normal-state.ts';

export interface NormalFit {
  readonly ok: true;
  readonly parameters: Float64Array;
  readonly state: NormalState;
  readonly iterations: number;
}

/**
 * Maximum likelihood estimates of a structural model for normal data.
 *
 * θ̂ = arg min f(θ), f = −log L / N (see `normalState`); Fisher scoring, then Newton steps.
 *
 * @param model compiled.
 * @param data complete or with missing-data patterns (full information).
 * @param start θ to begin with.
 * @param onIteration called at each step.
 * @returns estimates and the state at them; or 'no-convergence'.
 * @remarks Missing data: missing at random is assumed. Residual variances may become negative: they are not
 *   bounded, see `admissibility`.
 * @throws never.
 * @see Jöreskog, K. G. (1971). https://doi.org/10.1007/BF02291366; Lee, S.-Y., Jennrich, R. I. (1979). A study
 *   of algorithms for covariance structure analysis. https://doi.org/10.1007/BF02293789. Reference values:
 *   lavaan 0.6-14 `cfa`.
 */
export function fitNormal(
  model: StructuralModel,
  data: NormalData,
  start: Float64Array,
  onIteration?: (iteration: number) => void,
): NormalFit | NotEstimable {
  const elements = model.groups.map((group) => group.elements);
  let last: { x: Float64Array; state: NormalState | undefined } | undefined;
  let previous = Infinity;
  const stateAt = (x: Float64Array) => {
    if (last?.x !== x) last = { x, state: normalState(model, x, data) };
    return last.state;
  };
  const minimum = minimise(
    {
      value: (x) => stateAt(x)?.value ?? Infinity,
      derivatives: (x) => {
        const state = stateAt(x);
        if (!state) {
          return {
            gradient: new Float64Array(x.length),
            curvature: new Float64Array(x.length ** 2),
          };
        }
        // Scoring is safe far away, Newton's method fast nearby.
        const information = previous - state.value < 0.1 ? 'observed' : 'expected';
        previous = state.value;
        return normalDerivatives(state, data, elements, model.freeCount, information);
      },
    },
    start,
    onIteration ? { onIteration } : {},
  );
  const state = stateAt(minimum.x);
  if (!minimum.isConverged || !state) return { ok: false, reason: 'no-convergence' };
  return { ok: true, parameters: minimum.x, state, iterations: minimum.iterations };
}
