import { kolmogorovSmirnovLimitP } from './kolmogorov-smirnov-limit-p.ts';
import { multiply } from './dense/multiply.ts';
import { logGamma } from './log-gamma.ts';

const LARGEST = 2000;
/** n d² from which P(D⁺ ≥ d and D⁻ ≥ d) is below 1e-13. */
const FAR = 3.76;

function oneSidedP(d: number, n: number): number {
  let sum = 0;
  for (let j = 0; j <= n * (1 - d); j += 1) {
    const rest = 1 - d - j / n;
    if (rest < 0 || (rest === 0 && j < n)) continue;
    const choose = logGamma(n + 1) - logGamma(j + 1) - logGamma(n - j + 1);
    sum += Math.exp(choose + (j - 1) * Math.log(d + j / n) + (n - j) * Math.log(rest));
  }
  return d * sum;
}

/** Durbin's matrix, whose n-th power holds P(D < d) n^n/n! in its middle. */
function durbinMatrix(k: number, h: number): Float64Array {
  const m = 2 * k - 1;
  const matrix = new Float64Array(m * m);
  for (let i = 0; i < m; i += 1) {
    for (let j = 0; j <= Math.min(m - 1, i + 1); j += 1) matrix[i * m + j] = 1;
  }
  for (let i = 0; i < m; i += 1) {
    matrix[i * m]! -= h ** (i + 1);
    matrix[(m - 1) * m + i]! -= h ** (m - i);
  }
  if (2 * h > 1) matrix[(m - 1) * m]! += (2 * h - 1) ** m;
  for (let i = 0; i < m; i += 1) {
    for (let j = 0; j <= i; j += 1) {
      for (let g = 1; g <= i - j + 1; g += 1) matrix[i * m + j]! /= g;
    }
  }
  return matrix;
}

/**
 * P(D ≥ d) of one sample of n against a known continuous distribution.
 *
 * 1 − n!/nⁿ (Hⁿ)_{kk}, k = ⌊nd⌋ + 1, H Durbin's matrix; for n d² > 3.76, where both
 * sides hardly ever go that far, 2 P(D⁺ ≥ d), d Σ_{j ≤ n(1 − d)} C(n, j) (d + j/n)^{j−1} (1 − d − j/n)^{n−j}.
 *
 * @param d in (0, 1). @param n size, ≥ 1. Two samples: n₁n₂/(n₁ + n₂), rounded, is a good approximation.
 * @returns p in [0, 1], relative error below 1e-9; above 2,000 by the limiting distribution.
 * @remarks Missing data: none. d ≤ 0 gives 1, d ≥ 1 gives 0.
 * @throws never.
 * @see Marsaglia, G., Tsang, W. W., Wang, J. (2003). Evaluating Kolmogorov's distribution. J Stat Softw 8(18).
 *   https://doi.org/10.18637/jss.v008.i18; Birnbaum, Z. W., Tingey, F. H. (1951).
 *   https://doi.org/10.1214/aoms/1177729550 (one side). Reference values: scipy 1.17 `kstwo.sf`.
 */
export function kolmogorovOneSampleP(d: number, n: number): number {
  if (d <= 0) return 1;
  if (d >= 1) return 0;
  if (n > LARGEST) return kolmogorovSmirnovLimitP(Math.sqrt(n) * d);
  if (n * d * d > FAR) return Math.min(1, 2 * oneSidedP(d, n));
  const k = Math.floor(n * d) + 1;
  const m = 2 * k - 1;
  // Powers of H n!/nⁿ one factor at a time would overflow: the logarithm of the scale is kept beside.
  let base = durbinMatrix(k, k - n * d);
  let [baseScale, scale] = [0, 0];
  let power: Float64Array | undefined;
  const middle = (k - 1) * m + (k - 1);
  const shrink = (matrix: Float64Array) => {
    const size = matrix[middle]!;
    return { matrix: matrix.map((value) => value / size), log: Math.log(size) };
  };
  for (let left = n; left > 0; left = Math.floor(left / 2)) {
    if (left % 2 === 1) {
      const next = shrink(power ? multiply(power, base, m, m, m) : base);
      power = next.matrix;
      scale += baseScale + next.log;
    }
    if (left > 1) {
      const squared = shrink(multiply(base, base, m, m, m));
      base = squared.matrix;
      baseScale = 2 * baseScale + squared.log;
    }
  }
  for (let i = 1; i <= n; i += 1) scale += Math.log(i / n);
  return Math.max(0, 1 - Math.exp(scale));
}
