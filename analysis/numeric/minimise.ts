import { choleskyFactor } from './cholesky-factor.ts';
import { choleskySolve } from './cholesky-solve.ts';

/** What is to be made small. */
export interface Objective {
  /** f(x); Infinity outside its domain. */
  readonly value: (x: Float64Array) => number;
  /** ∇f(x) and a positive semidefinite curvature: information, J′ W J, or the Hessian. */
  readonly derivatives: (x: Float64Array) => {
    readonly gradient: Float64Array;
    /** size × size, row-major, symmetric. */
    readonly curvature: Float64Array;
  };
}

export interface Minimum {
  readonly x: Float64Array;
  readonly value: number;
  readonly iterations: number;
  readonly isConverged: boolean;
}

export interface MinimiserSettings {
  /** Converged when half the squared Newton decrement is below this. */
  readonly tolerance?: number;
  readonly maximumIterations?: number;
  readonly onIteration?: (iteration: number) => void;
}

/** −(C + damping · diag C)⁻¹ g, with as much more damping as it takes to be positive definite. */
function dampedStep(gradient: Float64Array, curvature: Float64Array, damping: number) {
  const size = gradient.length;
  const opposite = gradient.map((g) => -g);
  for (let factor = damping; factor < 1e12; factor = Math.max(factor * 10, 1e-8)) {
    const damped = Float64Array.from(curvature);
    for (let i = 0; i < size; i += 1) {
      const element = damped[i * size + i]!;
      damped[i * size + i] = element + factor * Math.max(Math.abs(element), 1e-8);
    }
    const l = choleskyFactor(damped, size, 1e-12);
    if (l) return { step: choleskySolve(l, opposite), factor };
  }
  return undefined;
}

/**
 * A minimum of a smooth function by damped Gauss–Newton (Fisher scoring, Newton) steps and a line search.
 *
 * x ← x − t (C + δ diag C)⁻¹ ∇f with t = 1, ½, ¼ … until f falls by 1e-4 of what the slope promises; δ
 * grows when steps fail and shrinks when they succeed (Levenberg–Marquardt). Stops when ½ ∇f′ C⁻¹ ∇f is
 * below the tolerance.
 *
 * @param objective value and derivatives; values may be Infinity where f is not defined.
 * @param start where to begin; f must be finite there.
 * @param settings tolerance (default 1e-14), maximumIterations (default 500).
 * @returns the last point, its value, the number of iterations, whether the criterion was met.
 * @remarks Missing data: NaN counts as Infinity. No parameters: converged at once.
 * @throws never.
 * @see Nocedal, J., Wright, S. J. (2006). Numerical Optimization (2nd ed.), sections 3.1 and 10.3.
 *   https://doi.org/10.1007/978-0-387-40065-5. Reference values: R 4.2.2 `nlminb`, through lavaan.
 */
export function minimise(
  objective: Objective,
  start: Float64Array,
  settings: MinimiserSettings = {},
): Minimum {
  const { tolerance = 1e-14, maximumIterations = 500, onIteration } = settings;
  let x = Float64Array.from(start);
  let value = objective.value(x);
  let damping = 0;
  for (let iteration = 0; iteration < maximumIterations; iteration += 1) {
    onIteration?.(iteration);
    if (!Number.isFinite(value)) return { x, value, iterations: iteration, isConverged: false };
    const { gradient, curvature } = objective.derivatives(x);
    const solved = dampedStep(gradient, curvature, damping);
    if (!solved) return { x, value, iterations: iteration, isConverged: false };
    const { step, factor } = solved;
    let slope = 0;
    for (let i = 0; i < x.length; i += 1) slope += gradient[i]! * step[i]!;
    if (-slope / 2 < tolerance && factor < 1e-3) {
      return { x, value, iterations: iteration, isConverged: true };
    }
    let size = 1;
    let next = x;
    let nextValue = Infinity;
    while (size > 1e-10) {
      next = x.map((element, i) => element + size * step[i]!);
      nextValue = objective.value(next);
      if (nextValue <= value + 1e-4 * size * slope) break;
      size /= 2;
    }
    if (size > 1e-10) {
      damping = size === 1 ? (factor < 1e-7 ? 0 : factor / 10) : Math.max(factor, 1e-6) * 4;
      [x, value] = [next, nextValue];
    } else if (-slope < 1e-12 * Math.max(1, Math.abs(value))) {
      // No digit of f is left to gain.
      return { x, value, iterations: iteration, isConverged: factor < 1e-3 };
    } else if (factor > 1e6) {
      return { x, value, iterations: iteration, isConverged: false };
    } else {
      damping = Math.max(factor * 100, 1e-4);
    }
  }
  return { x, value, iterations: maximumIterations, isConverged: false };
}
