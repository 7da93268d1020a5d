import { renewalSolution } from './renewal-solution.ts';

/**
 * The average run length of S = max(0, S + W) until S > h, for scores W of any distribution, by a Markov chain.
 *
 * [0, h] in m cells of width w = 2h/(2m − 1), the first of half a width around 0; q_ij = P(W leads from the middle
 * of cell i into cell j).
 *
 * @param distribution P(W ≤ w). @param h limit, > 0. @param cells m.
 * @returns L from S = 0, ≥ 1; ∞ when it cannot be told from it.
 * @remarks Missing data: none. The error falls with 1/m², for scores of few values with 1/m.
 * @throws never.
 * @see Brook, D., Evans, D. A. (1972). Biometrika 59, 539–549. https://doi.org/10.1093/biomet/59.3.539.
 */
export function markovChainRunLength(
  distribution: (w: number) => number,
  h: number,
  cells: number,
): number {
  const width = (2 * h) / (2 * cells - 1);
  // A jump by d cells ends within half a width of d: every row is a shift of one list.
  const below = new Float64Array(2 * cells);
  for (let d = -cells; d < cells; d += 1) below[d + cells] = distribution((d + 0.5) * width);
  const transitions = new Float64Array(cells * cells);
  for (let i = 0; i < cells; i += 1) {
    transitions[i * cells] = below[cells - i]!;
    for (let j = 1; j < cells; j += 1) {
      transitions[i * cells + j] = below[j - i + cells]! - below[j - i - 1 + cells]!;
    }
  }
  const length = renewalSolution(transitions, cells)?.[0];
  return length === undefined || !(length >= 1) ? Infinity : length;
}
