import type { NotEstimable } from '../estimate.ts';
import { normalProbability } from './normal-probability.ts';
import { normalQuantile } from './normal-quantile.ts';

export type ShapiroWilk =
  { readonly ok: true; readonly w: number; readonly p: number } | NotEstimable;

/** Lowest power first. */
const polynomial = (x: number, coefficients: readonly number[]): number =>
  coefficients.reduceRight((sum, coefficient) => sum * x + coefficient, 0);

// Royston (1995): last two weights by 1/√n; mean and log SD of the transformed W, small n and large n.
const last = [0, 0.221157, -0.147981, -2.07119, 4.434685, -2.706056];
const secondLast = [0, 0.042981, -0.293762, -1.752461, 5.682633, -3.582633];
const small = {
  mean: [0.544, -0.39978, 0.025054, -6.714e-4],
  logSd: [1.3822, -0.77857, 0.062767, -0.0020322],
};
const large = {
  mean: [-1.5861, -0.31082, -0.083751, 0.0038915],
  logSd: [-0.4803, -0.082676, 0.0030302],
};

/** Weights of the upper half of the order statistics, largest first. */
function weights(n: number): Float64Array {
  const half = Math.floor(n / 2);
  if (n === 3) return Float64Array.of(Math.SQRT1_2);
  const m = Float64Array.from(
    { length: half },
    (_, i) => -normalQuantile((i + 0.625) / (n + 0.25)),
  );
  const total = 2 * m.reduce((sum, value) => sum + value * value, 0);
  const root = 1 / Math.sqrt(n);
  const first = m[0]! / Math.sqrt(total) + polynomial(root, last);
  if (n <= 5) {
    const scale = Math.sqrt((total - 2 * m[0]! ** 2) / (1 - 2 * first ** 2));
    return m.map((value, i) => (i === 0 ? first : value / scale));
  }
  const second = m[1]! / Math.sqrt(total) + polynomial(root, secondLast);
  const rest = total - 2 * m[0]! ** 2 - 2 * m[1]! ** 2;
  const scale = Math.sqrt(rest / (1 - 2 * first ** 2 - 2 * second ** 2));
  return m.map((value, i) => (i === 0 ? first : i === 1 ? second : value / scale));
}

function probability(w: number, n: number): number {
  if (n === 3) {
    const p = (6 / Math.PI) * (Math.asin(Math.sqrt(w)) - Math.asin(Math.sqrt(0.75)));
    return Math.max(0, Math.min(1, p));
  }
  const excess = Math.log(1 - w);
  if (n <= 11) {
    const limit = -2.273 + 0.459 * n;
    if (excess >= limit) return 0;
    const z = -Math.log(limit - excess) - polynomial(n, small.mean);
    return normalProbability(-z / Math.exp(polynomial(n, small.logSd)));
  }
  const x = Math.log(n);
  const z = excess - polynomial(x, large.mean);
  return normalProbability(-z / Math.exp(polynomial(x, large.logSd)));
}

/**
 * The Shapiro–Wilk test of normality, Royston's approximation.
 *
 * W = (Σ a_i (x_(n+1−i) − x_(i)))² / Σ (x − x̄)².
 *
 * @param values at least 3, at most 5000; no NaN.
 * @returns W in (0, 1], 1 for data that look normal; p in [0, 1].
 * @remarks Missing data: to be left out before. n < 3: 'too-few-respondents'; n > 5000, for which the
 *   approximation was not made: 'too-many-respondents'; all equal: 'zero-variance'.
 * @throws never.
 * @see Royston, P. (1995). Remark AS R94. https://doi.org/10.2307/2986146. Reference values: R 4.2.2
 *   `shapiro.test`.
 */
export function shapiroWilk(values: Float64Array): ShapiroWilk {
  const n = values.length;
  if (n < 3) return { ok: false, reason: 'too-few-respondents' };
  if (n > 5000) return { ok: false, reason: 'too-many-respondents' };
  const sorted = values.slice().sort();
  const range = sorted[n - 1]! - sorted[0]!;
  if (!(range > 0)) return { ok: false, reason: 'zero-variance' };
  const mean = sorted.reduce((sum, x) => sum + x / range, 0) / n;
  const squares = sorted.reduce((sum, x) => sum + (x / range - mean) ** 2, 0);
  const a = weights(n);
  let contrast = 0;
  for (let i = 0; i < a.length; i += 1) {
    contrast += a[i]! * ((sorted[n - 1 - i]! - sorted[i]!) / range);
  }
  const w = Math.min(1, (contrast * contrast) / squares);
  return { ok: true, w, p: w === 1 ? 1 : probability(w, n) };
}
