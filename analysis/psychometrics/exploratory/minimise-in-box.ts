import { CholeskyDecomposition, Matrix } from 'ml-matrix';

export interface Derivatives {
  readonly value: number;
  readonly gradient: Float64Array;
  readonly hessian: Matrix;
}

/** Newton step over the free coordinates; the Hessian is lifted until it is positive definite. */
function newtonStep({ gradient, hessian }: Derivatives, free: readonly number[]): Float64Array {
  const step = new Float64Array(gradient.length);
  const reduced = hessian.selection([...free], [...free]);
  const right = Matrix.columnVector(free.map((i) => -(gradient[i] ?? NaN)));
  const scale = Math.max(...reduced.diagonal().map(Math.abs), 1e-12);
  for (let lift = 0; ; lift = Math.max(2 * lift, 1e-4 * scale)) {
    const lifted = Matrix.add(reduced, Matrix.eye(free.length).mul(lift));
    const cholesky = new CholeskyDecomposition(lifted);
    if (!cholesky.isPositiveDefinite()) continue;
    const solved = cholesky.solve(right);
    free.forEach((i, place) => (step[i] = solved.get(place, 0)));
    return step;
  }
}

export interface Minimum {
  readonly x: Float64Array;
  readonly value: number;
  readonly iterations: number;
}

/**
 * Minimum of a smooth function in a box, by Newton's method with projection.
 *
 * x ← P(x − t H⁻¹g) over the coordinates that no bound holds, t halved until the value falls.
 *
 * @param f value, gradient and Hessian at x.
 * @param start p coordinates inside the box.
 * @param lower, upper bounds of every coordinate.
 * @returns the minimum and the iterations used; undefined when 500 do not suffice or a value is NaN.
 * @remarks Missing data: NaN ends the search. Converged: projected gradient below 1e-10 of 1 + |f|, or
 *   no step lowers the value any more.
 * @throws never.
 * @see Bertsekas, D. P. (1982). Projected Newton methods for optimization problems with simple
 *   constraints. SIAM J Control Optim 20, 221–246. https://doi.org/10.1137/0320018.
 */
function minimiseInBox(
  f: (x: Float64Array) => Derivatives,
  start: Float64Array,
  lower: number,
  upper: number,
): Minimum | undefined {
  const project = (value: number) => Math.min(upper, Math.max(lower, value));
  let x = start.map(project);
  let at = f(x);
  for (let iterations = 0; iterations < 500; iterations += 1) {
    if (Number.isNaN(at.value)) return undefined;
    const free = [...x.keys()].filter((i) => {
      const [place, slope] = [x[i] ?? NaN, at.gradient[i] ?? NaN];
      return !((place <= lower && slope > 0) || (place >= upper && slope < 0));
    });
    const steepest = Math.max(0, ...free.map((i) => Math.abs(at.gradient[i] ?? NaN)));
    if (steepest < 1e-10 * (1 + Math.abs(at.value))) return { x, value: at.value, iterations };
    const step = newtonStep(at, free);
    let next = at;
    let moved = x;
    for (let t = 1; t > 1e-10 && !(next.value < at.value); t /= 2) {
      moved = x.map((value, i) => project(value + t * (step[i] ?? 0)));
      next = f(moved);
    }
    if (!(next.value < at.value)) return { x, value: at.value, iterations };
    [x, at] = [moved, next];
  }
  return undefined;
}

/** The lowest minimum that `minimiseInBox` reaches from any of the starts. */
export function minimiseFromEach(
  f: (x: Float64Array) => Derivatives,
  starts: readonly Float64Array[],
  lower: number,
  upper: number,
): Minimum | undefined {
  return starts
    .map((start) => minimiseInBox(f, start, lower, upper))
    .reduce((best, next) => (next && !(best && best.value <= next.value + 1e-9) ? next : best));
}
