import { invertSquare } from '../dense/invert-square.ts';

/**
 * Expected numbers of steps until absorption: the solution of L = 1 + Q L.
 *
 * L = (I − Q)⁻¹ 1.
 *
 * @param transitions size × size, row-major: from state i to state j, both of them not absorbed.
 * @param size number of states.
 * @returns L_i ≥ 1 for every starting state; undefined when absorption never comes.
 * @remarks Missing data: NaN gives undefined.
 * @throws never.
 * @see Brook, D., Evans, D. A. (1972). An approach to the probability distribution of cusum run length. Biometrika
 *   59, 539–549. https://doi.org/10.1093/biomet/59.3.539.
 */
export function renewalSolution(transitions: Float64Array, size: number): Float64Array | undefined {
  const system = transitions.map((value) => -value);
  for (let i = 0; i < size; i += 1) system[i * size + i]! += 1;
  const inverse = invertSquare(system, size);
  if (!inverse) return undefined;
  const lengths = new Float64Array(size);
  for (let i = 0; i < size; i += 1) {
    for (let j = 0; j < size; j += 1) lengths[i]! += inverse[i * size + j]!;
  }
  return lengths;
}
