import type { SparseMatrix } from '../sparse/sparse-matrix.ts';

/** A cluster of fewer would be drained: without one of a few there is little left to speak for it. */
const fewest = 20;

/**
 * Moves documents to the cluster whose words explain theirs best, until none moves or the rounds are
 * over (hard or classification EM of a mixture of multinomials, each document left out of its own
 * cluster).
 *
 * c(i) = argmax_c log π_c + Σ_t n_it log φ_ct, with π and φ from the documents of c, without i where
 * more than twenty are there, smoothed by `smoothing` a term. A short text that counts among its own
 * evidence hardly moves, because its words are a large part of what its cluster knows of them. All
 * documents are looked at before any moves: their order decides nothing.
 *
 * @param counts documents × terms, 0 or more; a document without terms goes by π alone
 * @param weights how often each document was seen, above 0
 * @param labels where to begin, 0 to k − 1; not changed
 * @param k number of clusters, some of which may become empty
 * @param smoothing added to each count of a term, above 0; of .05 to .3 on labelled answers the default
 *   was near the best for every corpus
 * @param rounds at most: a few short texts that lie between two clusters may go to and fro for ever
 * @returns labels, 0 to k − 1
 * @throws nothing
 *
 * @see Yin, J. & Wang, J. (2014). A Dirichlet multinomial mixture model-based approach for short text
 *   clustering. KDD '14, 233–242. doi:10.1145/2623330.2623715 (a document without itself);
 *   Celeux, G. & Govaert, G. (1992). A classification EM algorithm for clustering and two stochastic
 *   versions. Computational Statistics & Data Analysis 14(3), 315–332. doi:10.1016/0167-9473(92)90042-E;
 *   Nigam, K., McCallum, A., Thrun, S. & Mitchell, T. (2000). Text classification from labeled and
 *   unlabeled documents using EM. Machine Learning 39, 103–134. doi:10.1023/A:1007692713085
 */
export function multinomialEm(
  counts: SparseMatrix,
  weights: Float64Array,
  labels: Int32Array,
  k: number,
  { smoothing = 0.15, rounds = 50 }: { smoothing?: number; rounds?: number } = {},
): Int32Array {
  const current = Int32Array.from(labels);
  for (let round = 0; round < rounds; round += 1) {
    const clusters = sumUp(counts, weights, current, k, smoothing);
    const moved = reassign(counts, weights, clusters, current);
    if (moved === 0) break;
  }
  return current;
}

type Clusters = {
  /** Smoothed weight of documents by cluster, of all words by cluster, of a term (term × cluster). */
  sizes: Float64Array;
  totals: Float64Array;
  words: Float64Array;
  /** log(words / totals): a term's clusters lie together. */
  logs: Float64Array;
};

function sumUp(
  { rows, columns, starts, columnOf, values }: SparseMatrix,
  weights: Float64Array,
  labels: Int32Array,
  k: number,
  smoothing: number,
): Clusters {
  const sizes = new Float64Array(k).fill(smoothing);
  const words = new Float64Array(columns * k).fill(smoothing);
  const totals = new Float64Array(k).fill(smoothing * columns);
  for (let i = 0; i < rows; i += 1) {
    const c = labels[i]!;
    sizes[c]! += weights[i]!;
    for (let at = starts[i]!; at < starts[i + 1]!; at += 1) {
      const n = weights[i]! * values[at]!;
      words[columnOf[at]! * k + c]! += n;
      totals[c]! += n;
    }
  }
  return { sizes, totals, words, logs: words.map((n, at) => Math.log(n / totals[at % k]!)) };
}

/** What its own cluster says of document i without it. */
function scoreWithout(
  { starts, columnOf, values }: SparseMatrix,
  weight: number,
  { sizes, totals, words }: Clusters,
  i: number,
  own: number,
): number {
  const k = sizes.length;
  let length = 0;
  for (let at = starts[i]!; at < starts[i + 1]!; at += 1) length += values[at]!;
  const total = totals[own]! - weight * length;
  let score = Math.log(sizes[own]! - weight);
  for (let at = starts[i]!; at < starts[i + 1]!; at += 1) {
    const n = words[columnOf[at]! * k + own]! - weight * values[at]!;
    score += values[at]! * Math.log(n / total);
  }
  return score;
}

function reassign(
  counts: SparseMatrix,
  weights: Float64Array,
  clusters: Clusters,
  labels: Int32Array,
): number {
  const { rows, starts, columnOf, values } = counts;
  const k = clusters.sizes.length;
  const priors = clusters.sizes.map(Math.log);
  const scores = new Float64Array(k);
  let moved = 0;
  for (let i = 0; i < rows; i += 1) {
    scores.set(priors);
    for (let at = starts[i]!; at < starts[i + 1]!; at += 1) {
      const from = columnOf[at]! * k;
      for (let c = 0; c < k; c += 1) scores[c]! += values[at]! * clusters.logs[from + c]!;
    }
    let best = labels[i]!; // it stays where nothing is better
    if (clusters.sizes[best]! > fewest)
      scores[best] = scoreWithout(counts, weights[i]!, clusters, i, best);
    for (let c = 0; c < k; c += 1) if (scores[c]! > scores[best]! + 1e-12) best = c;
    if (best !== labels[i]) moved += 1;
    labels[i] = best;
  }
  return moved;
}
