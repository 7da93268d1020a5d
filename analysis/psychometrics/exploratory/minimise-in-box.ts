import { choleskyFactor } from '../../numeric/cholesky-factor.ts';
import { choleskySolve } from '../../numeric/cholesky-solve.ts';

export interface Derivatives {
  readonly value: number;
  readonly gradient: Float64Array;
  /** p × p, row-major. */
  readonly hessian: Float64Array;
}

/** Newton step over the free coordinates; the Hessian is lifted until it is positive definite. */
function newtonStep({ gradient, hessian }: Derivatives, free: readonly number[]): Float64Array {
  const size = free.length;
  const p = gradient.length;
  const reduced = new Float64Array(size * size);
  free.forEach((i, row) => {
    for (let column = 0; column < size; column += 1) {
      reduced[row * size + column] = hessian[i * p + (free[column] ?? 0)] ?? NaN;
    }
  });
  const right = Float64Array.from(free, (i) => -(gradient[i] ?? NaN));
  const scale = free.reduce(
    (most, i) => Math.max(most, Math.abs(hessian[i * (p + 1)] ?? 0)),
    1e-12,
  );
  for (let lift = 0; ; lift = Math.max(2 * lift, 1e-4 * scale)) {
    const lifted = reduced.slice();
    for (let i = 0; i < size; i += 1)
      lifted[i * (size + 1)] = (reduced[i * (size + 1)] ?? NaN) + lift;
    const factor = choleskyFactor(lifted, size);
    if (!factor && lift <= 1e12 * scale) continue;
    const solved = factor && choleskySolve(factor, right);
    const step = new Float64Array(p);
    free.forEach((i, place) => (step[i] = solved?.[place] ?? NaN));
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
