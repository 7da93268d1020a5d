/**
 * A root of a continuous function inside a bracket, by Brent's method.
 *
 * Inverse quadratic interpolation or secant steps while they shrink the bracket fast enough,
 * bisection otherwise.
 *
 * @param f continuous on [lower, upper] with values of opposite sign at the ends.
 * @param lower, upper the bracket.
 * @param tolerance how far from the root the search may stop. R's `uniroot` stops at 1.2e-4 unless told.
 * @returns the root, by default to about four units in the last place; NaN when the ends do not bracket one.
 * @remarks Missing data: NaN from f ends in NaN.
 * @throws never.
 * @see Brent, R. P. (1973). Algorithms for Minimization without Derivatives, chapter 4.
 *   Reference values: R 4.2.2, through `qt` and `qf`.
 */
export function findRoot(
  f: (x: number) => number,
  lower: number,
  upper: number,
  tolerance = 0,
): number {
  let [a, b] = [lower, upper];
  let [fa, fb] = [f(a), f(b)];
  if (!(fa * fb <= 0)) return NaN;
  let [c, fc] = [a, fa];
  for (let iteration = 0; iteration < 1000 && fb !== 0; iteration += 1) {
    if (fb > 0 === fc > 0) [c, fc] = [a, fa];
    // The last step, not the one before it as in Brent's text: so does R.
    const previous = b - a;
    if (Math.abs(fc) < Math.abs(fb)) {
      [a, b, c] = [b, c, b];
      [fa, fb, fc] = [fb, fc, fb];
    }
    const near = 2 * Number.EPSILON * Math.abs(b) + Number.MIN_VALUE + tolerance / 2;
    const half = (c - b) / 2;
    if (Math.abs(half) <= near) break;
    let step = half;
    if (Math.abs(previous) >= near && Math.abs(fa) > Math.abs(fb)) {
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
      if (2 * p < Math.min(3 * half * q - Math.abs(near * q), Math.abs(previous * q))) {
        step = p / q;
      }
    }
    [a, fa] = [b, fb];
    b += Math.abs(step) > near ? step : Math.sign(half) * near;
    fb = f(b);
  }
  return b;
}
