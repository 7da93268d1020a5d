import { kMeans, type Effort } from '../numeric/clusters/k-means.ts';
import { multinomialEm } from '../numeric/clusters/multinomial-em.ts';
import type { Generator } from '../numeric/seeded-generator.ts';
import type { SparseMatrix } from '../numeric/sparse/sparse-matrix.ts';

export type Documents = {
  readonly counts: SparseMatrix;
  readonly features: { readonly values: Float64Array; readonly width: number };
  readonly weights: Float64Array;
};

/** Of k-means, and `words`: rounds of the mixture. */
type ClusterEffort = Effort & { readonly words: number };

/** For the themes themselves; the last few documents that move are moved again by their words. */
const whole: ClusterEffort = { starts: 5, tolerance: 0.001, words: 50 };
/** For one of many samples. */
export const light: ClusterEffort = { starts: 1, rounds: 20, tolerance: 0.005, words: 8 };

/**
 * k clusters of documents: k-means where they lie, then a multinomial mixture over their words, which
 * repairs what averages of words blur.
 *
 * arg min Σ w_d |x_d − m_c|², then arg max Σ w_d log p(words of d | theme of d) by EM from there.
 *
 * @param documents where they lie, their words and how often each was seen
 * @param k wanted clusters
 * @param random seeded generator
 * @param effort how often each of the two is gone through
 * @returns a label a document, numbered by size, largest first; fewer than k where some became empty
 * @remarks Missing data: a document without words lies at 0 and goes where k-means puts it.
 * @throws never.
 * @see Arthur, D., Vassilvitskii, S. (2007). k-means++. SODA, 1027–1035. doi:10.5555/1283383.1283494; Nigam, K. et al.
 *   (2000). Text classification from labeled and unlabeled documents using EM. https://doi.org/10.1023/A:1007692713085
 */
export function clusterDocuments(
  { counts, features, weights }: Documents,
  k: number,
  random: Generator,
  effort: ClusterEffort = whole,
): Int32Array {
  const points = { ...features, n: counts.rows, weights };
  const { labels } = kMeans(points, Math.min(k, counts.rows), random, effort);
  return bySize(multinomialEm(counts, weights, labels, k, { rounds: effort.words }), weights);
}

function bySize(labels: Int32Array, weights: Float64Array): Int32Array {
  const sizes = new Map<number, { size: number; first: number }>();
  for (const [index, label] of labels.entries()) {
    const known = sizes.get(label) ?? { size: 0, first: index };
    sizes.set(label, { ...known, size: known.size + (weights[index] ?? 0) });
  }
  const order = [...sizes].sort(([, a], [, b]) => b.size - a.size || a.first - b.first);
  const rank = new Map(order.map(([label], index) => [label, index]));
  return labels.map((label) => rank.get(label) ?? 0);
}
