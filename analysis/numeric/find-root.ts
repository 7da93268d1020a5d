/**
 * A root of a continuous function inside a bracket, by Brent's method.
 *
 * Inverse quadratic interpolation or secant steps while they shrink the bracket fast enough,
 * bisection otherwise.
 *
 * @param f continuous on [lower, upper] with values of opposite sign at the ends.
 * @param lower, upper the bracket.
 * @returns the root, to about four units in the last place; NaN when the ends do not bracket one.
 * @remarks Missing data: NaN from f ends in NaN.
 * @throws never.
 * @see Brent, R. P. (1973). Algorithms for Minimization without Derivatives, chapter 4.
 *   Reference values: R 4.2.2, through `qt` and `qf`.
 */
export function findRoot(f: (x: number) => number, lower: number, upper: number): number {
  let [a, b] = [lower, upper];
  let [fa, fb] = [f(a), f(b)];
  if (!(fa * fb <= 0)) return NaN;
  let [c, fc] = [a, fa];
  let step = b - a;
  let previous = step;
  for (let iteration = 0; iteration < 1000 && fb !== 0; iteration += 1) {
    if (fb > 0 === fc > 0) {
      [c, fc] = [a, fa];
      step = previous = b - a;
    }
    if (Math.abs(fc) < Math.abs(fb)) {
      [a, b, c] = [b, c, b];
      [fa, fb, fc] = [fb, fc, fb];
    }
    const tolerance = 2 * Number.EPSILON * Math.abs(b) + Number.MIN_VALUE;
    const half = (c - b) / 2;
    if (Math.abs(half) <= tolerance) break;
    let isInterpolated = false;
    if (Math.abs(previous) >= tolerance && Math.abs(fa) > Math.abs(fb)) {
      const s = fb / fa;
      let p = 2 * half * s;
      let q = 1 - s;
      if (a !== c) {
        const [u, r] = [fa / fc, fb / fc];
        p = s * (2 * half * u * (u - r) - (b - a) * (r - 1));
        q = (u - 1) * (r - 1) * (s - 1);
      }
      if (p > 0) q = -q;
      p = Math.abs(p);
      if (2 * p < Math.min(3 * half * q - Math.abs(tolerance * q), Math.abs(previous * q))) {
        [previous, step] = [step, p / q];
        isInterpolated = true;
      }
    }
    if (!isInterpolated) step = previous = half;
    [a, fa] = [b, fb];
    b += Math.abs(step) > tolerance ? step : Math.sign(half) * tolerance;
    fb = f(b);
  }
  return b;
}
