export interface Evaluation {
  readonly value: number;
  readonly gradient: Float64Array;
  /** B⁻¹ v with B positive definite and near the negative second derivatives; undefined where B is singular. */
  readonly solve: (v: Float64Array) => Float64Array | undefined;
}

export interface Maximum<T extends Evaluation> {
  readonly parameters: Float64Array;
  readonly evaluation: T;
  readonly iterations: number;
}

const MEMORY = 12;

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i += 1) sum += a[i]! * b[i]!;
  return sum;
}

function add(a: Float64Array, factor: number, b: Float64Array): void {
  for (let i = 0; i < a.length; i += 1) a[i]! += factor * b[i]!;
}

interface Move {
  readonly step: Float64Array;
  /** Fall of the gradient over the step. */
  readonly fall: Float64Array;
  readonly curvature: number;
}

/** The L-BFGS two-loop recursion around B⁻¹. */
function direction(evaluation: Evaluation, moves: readonly Move[]): Float64Array | undefined {
  const v = Float64Array.from(evaluation.gradient);
  const alpha = new Float64Array(moves.length);
  for (let i = moves.length - 1; i >= 0; i -= 1) {
    const { step, fall, curvature } = moves[i]!;
    alpha[i] = dot(step, v) / curvature;
    add(v, -alpha[i]!, fall);
  }
  const result = evaluation.solve(v);
  if (!result) return undefined;
  for (let i = 0; i < moves.length; i += 1) {
    const { step, fall, curvature } = moves[i]!;
    add(result, alpha[i]! - dot(fall, result) / curvature, step);
  }
  return result;
}

/**
 * A maximum of a smooth function by the limited-memory BFGS method around a known approximate curvature.
 *
 * x ← x + t H g with H from the last 12 moves, started from B⁻¹ at the current point; t halved until
 * f(x + t d) ≥ f(x) + 10⁻⁴ t gᵀd. With B the information of the complete data the first steps are those of the EM
 * gradient algorithm, and the moves add what EM does not know.
 *
 * @param evaluate f, its gradient and B⁻¹; undefined outside the domain.
 * @param start inside the domain.
 * @param options stop when gᵀB⁻¹g < `tolerance`; give up after `most` iterations.
 * @returns the maximum, or undefined: no convergence, B singular, or start outside the domain.
 * @remarks Missing data: not here.
 * @throws never.
 * @see Liu, D. C., Nocedal, J. (1989). Math Program 45, 503–528. https://doi.org/10.1007/BF01589116; Jamshidian, M.,
 *   Jennrich, R. I. (1997). https://doi.org/10.1111/1467-9868.00083 (quasi-Newton acceleration of EM).
 */
export function maximise<T extends Evaluation>(
  evaluate: (parameters: Float64Array) => T | undefined,
  start: Float64Array,
  options: {
    readonly tolerance: number;
    readonly most: number;
    readonly onIteration?: (() => void) | undefined;
  },
): Maximum<T> | undefined {
  let parameters = start;
  let current = evaluate(start);
  let moves: Move[] = [];
  for (let iterations = 0; current && iterations < options.most; iterations += 1) {
    const plain = current.solve(current.gradient);
    if (!plain) return undefined;
    if (dot(plain, current.gradient) < options.tolerance) {
      return { parameters, evaluation: current, iterations };
    }
    let d = direction(current, moves) ?? plain;
    if (!(dot(d, current.gradient) > 0)) [d, moves] = [plain, []];
    const slope = dot(d, current.gradient);
    let next: T | undefined;
    let t = 2;
    let candidate = parameters;
    do {
      t /= 2;
      candidate = Float64Array.from(parameters);
      add(candidate, t, d);
      next = evaluate(candidate);
    } while (
      !(next && next.value >= current.value + 1e-4 * t * slope - 1e-13 * Math.abs(current.value)) &&
      t > 1e-12
    );
    if (!next || t <= 1e-12) {
      if (moves.length === 0) return undefined;
      moves = [];
      continue;
    }
    const step = candidate.map((value, i) => value - parameters[i]!);
    const fall = current.gradient.map((value, i) => value - next.gradient[i]!);
    const curvature = dot(step, fall);
    if (curvature > 1e-14 * Math.sqrt(dot(step, step) * dot(fall, fall))) {
      moves = [...moves.slice(1 - MEMORY), { step, fall, curvature }];
    }
    [parameters, current] = [candidate, next];
    options.onIteration?.();
  }
  return undefined;
}
