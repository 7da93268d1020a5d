export type Objective = (x: Float64Array, gradient: Float64Array) => number;

const remembered = 10;
const sufficientDecrease = 1e-4;

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i += 1) sum += a[i]! * b[i]!;
  return sum;
}

/** d = −H g by the two loops over remembered steps. */
function direction(
  gradient: Float64Array,
  steps: readonly { s: Float64Array; y: Float64Array; rho: number }[],
): Float64Array {
  const d = gradient.map((value) => -value);
  const alphas: number[] = [];
  for (const { s, y, rho } of [...steps].reverse()) {
    const alpha = rho * dot(s, d);
    alphas.push(alpha);
    for (let i = 0; i < d.length; i += 1) d[i]! -= alpha * y[i]!;
  }
  const last = steps.at(-1);
  const scale = last ? 1 / (last.rho * dot(last.y, last.y)) : 1 / Math.max(1, Math.sqrt(dot(d, d)));
  for (let i = 0; i < d.length; i += 1) d[i]! *= scale;
  for (const { s, y, rho } of steps) {
    const beta = rho * dot(y, d);
    const alpha = alphas.pop() ?? 0;
    for (let i = 0; i < d.length; i += 1) d[i]! += (alpha - beta) * s[i]!;
  }
  return d;
}

/**
 * The minimum of a smooth function of many variables by limited-memory BFGS with backtracking.
 *
 * @param objective gives f(x) and writes ∇f(x) into its second argument
 * @param start where to begin; not changed
 * @param tolerance of the largest gradient entry, relative to max(1, |f|)
 * @returns x after at most `rounds` steps
 *
 * @see Liu, D. C. & Nocedal, J. (1989). On the limited memory BFGS method for large scale optimization.
 *   Mathematical Programming 45, 503–528. doi:10.1007/BF01589116
 */
export function minimiseLbfgs(
  objective: Objective,
  start: Float64Array,
  { tolerance = 1e-4, rounds = 200 }: { tolerance?: number; rounds?: number } = {},
): Float64Array {
  let x: Float64Array = new Float64Array(start);
  let gradient: Float64Array = new Float64Array(x.length);
  let value = objective(x, gradient);
  const steps: { s: Float64Array; y: Float64Array; rho: number }[] = [];
  for (let round = 0; round < rounds; round += 1) {
    let largest = 0;
    for (const entry of gradient) largest = Math.max(largest, Math.abs(entry));
    if (largest <= tolerance * Math.max(1, Math.abs(value))) break;
    const d = direction(gradient, steps);
    const slope = dot(gradient, d);
    let length = 1;
    let next: { x: Float64Array; gradient: Float64Array; value: number } | null = null;
    while (length > 1e-12 && !next) {
      const tried = x.map((entry, i) => entry + length * d[i]!);
      const triedGradient = new Float64Array(x.length);
      const triedValue = objective(tried, triedGradient);
      if (triedValue <= value + sufficientDecrease * length * slope) {
        next = { x: tried, gradient: triedGradient, value: triedValue };
      }
      length /= 2;
    }
    if (!next) break;
    const [before, beforeGradient] = [x, gradient];
    const s = next.x.map((entry, i) => entry - before[i]!);
    const y = next.gradient.map((entry, i) => entry - beforeGradient[i]!);
    const curvature = dot(s, y);
    if (curvature > 1e-12) steps.push({ s, y, rho: 1 / curvature });
    if (steps.length > remembered) steps.shift();
    ({ x, gradient, value } = next);
  }
  return x;
}
