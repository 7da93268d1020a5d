import type { SparseMatrix } from '../sparse/sparse-matrix.ts';

const maximumRounds = 50;

/**
 * Moves documents to the cluster whose words explain theirs best, until none moves (hard or
 * classification EM of a mixture of multinomials).
 *
 * c(i) = argmax_c log π_c + Σ_t n_it log φ_ct, with π and φ from the documents of c, smoothed by
 * `smoothing` a term.
 *
 * @param counts documents × terms
 * @param weights how often each document was seen
 * @param labels where to begin; not changed
 * @param k number of clusters, some of which may become empty
 * @returns labels; a document without terms goes by π alone
 *
 * @see Celeux, G. & Govaert, G. (1992). A classification EM algorithm for clustering and two stochastic
 *   versions. Computational Statistics & Data Analysis 14(3), 315–332. doi:10.1016/0167-9473(92)90042-E;
 *   Nigam, K., McCallum, A., Thrun, S. & Mitchell, T. (2000). Text classification from labeled and
 *   unlabeled documents using EM. Machine Learning 39, 103–134. doi:10.1023/A:1007692713085
 */
export function multinomialEm(
  counts: SparseMatrix,
  weights: Float64Array,
  labels: Int32Array,
  k: number,
  smoothing = 0.1,
): Int32Array {
  const current = Int32Array.from(labels);
  for (let round = 0; round < maximumRounds; round += 1) {
    const words = wordLogs(counts, weights, current, k, smoothing);
    const moved = reassign(counts, words, current, k);
    if (moved === 0) break;
  }
  return current;
}

type Logs = { prior: Float64Array; word: Float64Array };

/** log π (by cluster) and log φ (term × cluster, so that a term's clusters lie together). */
function wordLogs(
  counts: SparseMatrix,
  weights: Float64Array,
  labels: Int32Array,
  k: number,
  smoothing: number,
): Logs {
  const { rows, columns, starts, columnOf, values } = counts;
  const prior = new Float64Array(k);
  const word = new Float64Array(columns * k).fill(smoothing);
  const total = new Float64Array(k).fill(smoothing * columns);
  let mass = 0;
  for (let i = 0; i < rows; i += 1) {
    const c = labels[i]!;
    prior[c]! += weights[i]!;
    mass += weights[i]!;
    for (let at = starts[i]!; at < starts[i + 1]!; at += 1) {
      const n = weights[i]! * values[at]!;
      word[columnOf[at]! * k + c]! += n;
      total[c]! += n;
    }
  }
  for (let c = 0; c < k; c += 1)
    prior[c] = Math.log((prior[c]! + smoothing) / (mass + smoothing * k));
  for (let at = 0; at < word.length; at += 1) word[at] = Math.log(word[at]! / total[at % k]!);
  return { prior, word };
}

function reassign(counts: SparseMatrix, logs: Logs, labels: Int32Array, k: number): number {
  const { rows, starts, columnOf, values } = counts;
  const scores = new Float64Array(k);
  let moved = 0;
  for (let i = 0; i < rows; i += 1) {
    scores.set(logs.prior);
    for (let at = starts[i]!; at < starts[i + 1]!; at += 1) {
      const from = columnOf[at]! * k;
      for (let c = 0; c < k; c += 1) scores[c]! += values[at]! * logs.word[from + c]!;
    }
    let best = labels[i]!; // it stays where nothing is better
    for (let c = 0; c < k; c += 1) if (scores[c]! > scores[best]! + 1e-12) best = c;
    if (best !== labels[i]) moved += 1;
    labels[i] = best;
  }
  return moved;
}
