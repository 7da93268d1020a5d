import type { Generator } from '../../numeric/seeded-generator.ts';
import { sparseMatrix } from '../../numeric/sparse/sparse-matrix.ts';
import { truncatedSvd } from '../../numeric/sparse/truncated-svd.ts';

export type WordVectors = {
  /** Terms × width, row-major. */
  readonly vectors: Float64Array;
  readonly width: number;
};

/** How far apart two terms may stand to count as neighbours; ours: short answers are of one thing. */
const reach = 12;

/** Neighbours of each term, by how often they stand near it. */
function countNeighbours(
  sequences: readonly Int32Array[],
  weights: Float64Array,
  terms: number,
): Map<number, number>[] {
  const near = Array.from({ length: terms }, () => new Map<number, number>());
  for (const [index, sequence] of sequences.entries()) {
    const weight = weights[index] ?? 0;
    for (const [at, term] of sequence.entries()) {
      for (const other of sequence.subarray(at + 1, at + 1 + reach)) {
        if (other === term) continue;
        near[term]?.set(other, (near[term].get(other) ?? 0) + weight);
        near[other]?.set(term, (near[other].get(term) ?? 0) + weight);
      }
    }
  }
  return near;
}

/**
 * Word vectors learnt from the corpus itself: positive pointwise mutual information of neighbours, its
 * largest singular vectors.
 *
 * PPMI_uv = max(0, log(n_uv n / (n_u n_v^{3/4}))) with n_v^{3/4} scaled to sum n; V = U Σ^{1/2}.
 *
 * @param sequences documents as sequences of term indices
 * @param weights how often each document was seen
 * @param terms size of the vocabulary
 * @param width wanted length of the vectors
 * @param random seeded generator
 * @returns terms × width, of no width where no two terms stand together
 * @remarks Missing data: a term without neighbours lies at 0.
 * @throws never.
 * @see Levy, O., Goldberg, Y. & Dagan, I. (2015). Improving distributional similarity with lessons
 *   learned from word embeddings. TACL 3, 211–225. doi:10.1162/tacl_a_00134 (smoothing of contexts)
 */
export function wordVectors(
  sequences: readonly Int32Array[],
  weights: Float64Array,
  terms: number,
  width: number,
  random: Generator,
): WordVectors {
  const near = countNeighbours(sequences, weights, terms);
  const degree = near.map((row) => [...row.values()].reduce((sum, n) => sum + n, 0));
  const total = degree.reduce((sum, n) => sum + n, 0);
  const smooth = degree.map((n) => n ** 0.75);
  const smoothTotal = smooth.reduce((sum, n) => sum + n, 0);
  const rows = near.map((row, u) => {
    const entries = [...row]
      .map(([v, n]) => {
        const expected = ((degree[u] ?? 0) * (smooth[v] ?? 0)) / smoothTotal;
        return [v, Math.log(n / expected)] as const;
      })
      .filter(([, value]) => value > 0)
      .sort(([a], [b]) => a - b);
    return new Map(entries);
  });
  if (total === 0) return { vectors: new Float64Array(0), width: 0 };
  const { rank, scores, singularValues } = truncatedSvd(sparseMatrix(rows, terms), width, random);
  const vectors = scores.map((value, at) => value / Math.sqrt(singularValues[at % rank] ?? 1));
  return { vectors, width: rank };
}
