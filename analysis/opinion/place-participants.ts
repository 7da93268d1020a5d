import type { Generator } from '../numeric/seeded-generator.ts';
import type { SparseMatrix } from '../numeric/sparse/sparse-matrix.ts';
import { truncatedSvd } from '../numeric/sparse/truncated-svd.ts';

export type Places = {
  /** n × width, row-major. */
  readonly values: Float64Array;
  readonly width: number;
  readonly singularValues: Float64Array;
};

/** Votes less the mean vote on their statement. */
function centred(votes: SparseMatrix): SparseMatrix {
  const sum = new Float64Array(votes.columns);
  const seen = new Float64Array(votes.columns);
  for (const [at, column] of votes.columnOf.entries()) {
    sum[column] = (sum[column] ?? 0) + (votes.values[at] ?? 0);
    seen[column] = (seen[column] ?? 0) + 1;
  }
  const values = votes.values.map((value, at) => {
    const column = votes.columnOf[at] ?? 0;
    return value - (sum[column] ?? 0) / (seen[column] ?? 1);
  });
  return { ...votes, values };
}

/**
 * Where participants lie by their votes: principal components with unseen statements at their mean, each
 * participant moved outwards by how little they saw.
 *
 * x_i = √(m / m_i) · (U Σ)_i of the votes less the mean vote on each statement, m_i the statements that i saw.
 *
 * @param votes n × m, participants by statements, entries 1, 0 (pass), −1; unseen has no entry.
 * @param width wanted components.
 * @param random seeded generator.
 * @returns n × width; fewer components where the votes have no more.
 * @remarks Missing data: unseen statements do not move a participant; without the factor, who saw few would lie
 *   in the middle whatever they said. A participant without votes lies at 0.
 * @throws never.
 * @see Small, C. et al. (2021). Polis: scaling deliberation by mapping high dimensional opinion spaces.
 *   RECERCA 26(2). https://doi.org/10.6035/recerca.5516
 */
export function placeParticipants(votes: SparseMatrix, width: number, random: Generator): Places {
  const { rank, scores, singularValues } = truncatedSvd(centred(votes), width, random);
  const values = scores.map((value, at) => {
    const row = Math.floor(at / rank);
    const seen = (votes.starts[row + 1] ?? 0) - (votes.starts[row] ?? 0);
    return seen === 0 ? 0 : value * Math.sqrt(votes.columns / seen);
  });
  return { values, width: rank, singularValues };
}
