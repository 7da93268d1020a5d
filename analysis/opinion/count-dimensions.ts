import type { Generator } from '../numeric/seeded-generator.ts';
import type { SparseMatrix } from '../numeric/sparse/sparse-matrix.ts';
import { placeParticipants } from './place-participants.ts';

/** 1 in 20 by chance: 19 permutations, all of them exceeded. */
const permutations = 19;
const most = 4;

/** The votes on each statement among those who saw it, dealt out anew. */
function permuted(votes: SparseMatrix, random: Generator): SparseMatrix {
  const byColumn = Array.from({ length: votes.columns }, (): number[] => []);
  for (const [at, column] of votes.columnOf.entries()) byColumn[column]?.push(at);
  const values = votes.values.slice();
  for (const places of byColumn) {
    for (let at = places.length - 1; at > 0; at -= 1) {
      const [a = 0, b = 0] = [places[at], places[Math.floor(random() * (at + 1))]];
      [values[a], values[b]] = [values[b] ?? 0, values[a] ?? 0];
    }
  }
  return { ...votes, values };
}

/**
 * In how many directions votes hang together: parallel analysis with permuted votes.
 *
 * d = the largest number so that σ_1 … σ_d each exceed the same singular value of every one of 19 tables in which
 * the votes on each statement are dealt out anew among those who saw it.
 *
 * @param votes n × m as in `placeParticipants`.
 * @param random seeded generator.
 * @returns 0 … 4; 0 where what people say of one statement tells nothing about what they say of another (tested
 *   at 5 %), so that there can be no groups.
 * @remarks Missing data: who saw what stays as it is. Statements with one vote or one opinion add nothing.
 * @throws never.
 * @see Horn, J. L. (1965). A rationale and test for the number of factors in factor analysis. Psychometrika 30,
 *   179–185. https://doi.org/10.1007/BF02289447; Buja, A., Eyuboglu, N. (1992). Remarks on parallel analysis.
 *   https://doi.org/10.1207/s15327906mbr2704_2 (permutations)
 */
export function countDimensions(votes: SparseMatrix, random: Generator): number {
  const { singularValues } = placeParticipants(votes, most, random);
  const largest = new Float64Array(most);
  for (let round = 0; round < permutations; round += 1) {
    const chance = placeParticipants(permuted(votes, random), most, random).singularValues;
    for (const [at, value] of chance.entries()) largest[at] = Math.max(largest[at] ?? 0, value);
  }
  const first = singularValues.findIndex((value, at) => !(value > (largest[at] ?? 0) + 1e-9));
  return first === -1 ? singularValues.length : first;
}
