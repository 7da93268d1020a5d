import type { SparseMatrix } from '../numeric/sparse/sparse-matrix.ts';

/**
 * The terms of each cluster that are often in it and seldom elsewhere.
 *
 * score = n² / N, n documents of the cluster that hold the term and N of all, by weight.
 *
 * @param counts documents × terms
 * @param weights how often each document was seen
 * @param labels cluster of each document, numbered from 0
 * @param count how many terms
 * @returns by cluster indices of terms, the highest score first; fewer where it has no more
 * @remarks Missing data: none. Ties go by the index of the term.
 * @throws never.
 * @see n² / N is the share of the term's documents that are here times how many these are; ours
 */
export function topTerms(
  counts: SparseMatrix,
  weights: Float64Array,
  labels: Int32Array,
  count: number,
): number[][] {
  const k = Math.max(...labels, -1) + 1;
  const within = Array.from({ length: k }, () => new Map<number, number>());
  const overall = new Float64Array(counts.columns);
  for (const [row, label] of labels.entries()) {
    const weight = weights[row] ?? 0;
    const terms = counts.columnOf.subarray(counts.starts[row], counts.starts[row + 1]);
    for (const term of terms) {
      within[label]?.set(term, (within[label].get(term) ?? 0) + weight);
      overall[term] = (overall[term] ?? 0) + weight;
    }
  }
  // Often here and seldom elsewhere: n² / N.
  const score = (term: number, n: number) => (n * n) / (overall[term] ?? 1);
  return within.map((terms) =>
    [...terms]
      .map(([term, n]) => ({ term, score: score(term, n) }))
      .sort((a, b) => b.score - a.score || a.term - b.term)
      .slice(0, count)
      .map(({ term }) => term),
  );
}
