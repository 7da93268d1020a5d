import { gaussLegendre } from '../gauss-legendre.ts';
import { normalDensity } from './normal-density.ts';
import { renewalSolution } from './renewal-solution.ts';

/**
 * The average run length of an exponentially weighted moving average of independent normal numbers, two-sided,
 * from zero, with limits that do not widen.
 *
 * A(s) = 1 + (1/λ) ∫_{−b}^{b} A(x) φ((x − (1 − λ)s)/λ − μ) dx, b = L √(λ/(2 − λ)), by Gauss–Legendre quadrature;
 * A(0) from the same equation.
 *
 * @param lambda weight of the newest number, in (0, 1]. @param limit L in standard deviations of the average.
 * @param mean μ of the numbers, variance 1. @param nodes of the quadrature.
 * @returns A(0) ≥ 1; ∞ when it cannot be told from it.
 * @remarks Missing data: none.
 * @throws never.
 * @see Crowder, S. V. (1987). A simple method for studying run-length distributions of exponentially weighted
 *   moving average charts. Technometrics 29, 401–407. https://doi.org/10.1080/00401706.1987.10488267. Reference
 *   values: spc, R 4.2.2.
 */
export function ewmaIntegralEquation(
  lambda: number,
  limit: number,
  mean: number,
  nodes = 60,
): number {
  const { nodes: x, weights } = gaussLegendre(nodes);
  const bound = limit * Math.sqrt(lambda / (2 - lambda));
  const kernel = (from: number, j: number) =>
    ((bound * weights[j]!) / lambda) *
    normalDensity((bound * x[j]! - (1 - lambda) * from) / lambda - mean);
  const transitions = new Float64Array(nodes * nodes);
  for (let i = 0; i < nodes; i += 1) {
    for (let j = 0; j < nodes; j += 1) transitions[i * nodes + j] = kernel(bound * x[i]!, j);
  }
  const lengths = renewalSolution(transitions, nodes);
  if (!lengths) return Infinity;
  const length = lengths.reduce((sum, value, j) => sum + kernel(0, j) * value, 1);
  return length >= 1 ? length : Infinity;
}
