import { DomainError } from '../errors.ts';

/** Orthonormal Hermite polynomials H̃_n and H̃_{n−1} at x: no overflow for large n. */
function hermite(n: number, x: number): { value: number; before: number } {
  let before = 0;
  let value = Math.PI ** -0.25;
  for (let j = 0; j < n; j += 1) {
    const next = x * Math.sqrt(2 / (j + 1)) * value - Math.sqrt(j / (j + 1)) * before;
    [before, value] = [value, next];
  }
  return { value, before };
}

/** Where H̃_n changes sign between a and b, by bisection and Newton's method. */
function zero(n: number, a: number, b: number): number {
  let [lower, upper] = [a, b];
  const sign = Math.sign(hermite(n, lower).value);
  for (let step = 0; step < 20; step += 1) {
    const middle = (lower + upper) / 2;
    if (Math.sign(hermite(n, middle).value) === sign) lower = middle;
    else upper = middle;
  }
  let x = (lower + upper) / 2;
  for (let step = 0; step < 6; step += 1) {
    const { value, before } = hermite(n, x);
    x -= value / (Math.sqrt(2 * n) * before);
  }
  return x;
}

/**
 * Nodes and weights of Gauss–Hermite quadrature.
 *
 * ∫ e^{−x²} f(x) dx ≈ Σ_k w_k f(x_k), exact for polynomials up to degree 2n − 1; x_k zeros of H_n,
 * w_k = 1 / (n H̃_{n−1}(x_k)²) with orthonormal H̃. Zeros of H_n are separated by those of H_{n−1}.
 *
 * @param n number of nodes, 1 … 100.
 * @returns nodes ascending, weights > 0 that sum to √π.
 * @remarks Missing data: none. n = 1: the node 0.
 * @throws DomainError 'quadrature-points'.
 * @see Abramowitz, M., Stegun, I. A. (1964). Handbook of Mathematical Functions, 25.4.46. Checked by
 *   moments of the normal distribution.
 */
export function gaussHermite(n: number): { nodes: Float64Array; weights: Float64Array } {
  if (!(Number.isInteger(n) && n >= 1 && n <= 100))
    throw new DomainError('quadrature-points', { n });
  let zeros: number[] = [];
  for (let degree = 1; degree <= n; degree += 1) {
    const edge = Math.sqrt(2 * degree + 1) + 1;
    const borders = [-edge, ...zeros, edge];
    zeros = borders.slice(1).map((upper, i) => zero(degree, borders[i]!, upper));
    if (degree % 2 === 1) zeros[(degree - 1) / 2] = 0;
  }
  const nodes = Float64Array.from(zeros);
  return { nodes, weights: nodes.map((x) => 1 / (n * hermite(n, x).before ** 2)) };
}
