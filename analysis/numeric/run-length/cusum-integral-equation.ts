import { gaussLegendre } from '../gauss-legendre.ts';
import { normalProbability } from '../normal-probability.ts';
import { normalDensity } from './normal-density.ts';
import { renewalSolution } from './renewal-solution.ts';

/**
 * The average run length of a one-sided cumulative sum of independent normal numbers, from zero.
 *
 * L(s) = 1 + L(0) Φ(k − s − μ) + ∫₀^h L(x) φ(x + k − s − μ) dx by Gauss–Legendre quadrature.
 *
 * @param k reference value. @param h decision limit, > 0. @param mean μ of the numbers, variance 1.
 * @param nodes of the quadrature; 60 give nine digits for h up to 10.
 * @returns L(0) ≥ 1; ∞ when it cannot be told from it.
 * @remarks Missing data: none.
 * @throws never.
 * @see Vance, L. C. (1986). Average run lengths of cumulative sum control charts. J Qual Technol 18, 189–193.
 *   https://doi.org/10.1080/00224065.1986.11979011. Reference values: spc, R 4.2.2.
 */
export function cusumIntegralEquation(k: number, h: number, mean: number, nodes = 60): number {
  const { nodes: x, weights } = gaussLegendre(nodes);
  const size = nodes + 1;
  const at = (i: number) => (i === 0 ? 0 : (h / 2) * (1 + x[i - 1]!));
  const transitions = new Float64Array(size * size);
  for (let i = 0; i < size; i += 1) {
    const s = at(i);
    transitions[i * size] = normalProbability(k - s - mean);
    for (let j = 1; j < size; j += 1) {
      transitions[i * size + j] = (h / 2) * weights[j - 1]! * normalDensity(at(j) + k - s - mean);
    }
  }
  const length = renewalSolution(transitions, size)?.[0];
  return length === undefined || !(length >= 1) ? Infinity : length;
}
