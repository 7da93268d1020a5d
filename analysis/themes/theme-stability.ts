import type { Generator } from '../numeric/seeded-generator.ts';
import { clusterDocuments, light, type Documents } from './cluster-documents.ts';
import { sampleDocuments } from './sample-documents.ts';

/** Ours, for the patience of who waits. */
const mostDocuments = 1200;

/**
 * How well each theme is found again in parts of the documents: the mean over samples of its best match.
 *
 * s_c = mean_b max_d |C_c ∩ D_bd| / |C_c ∪ D_bd|, both restricted to sample b (80 %, without
 * repetition); documents count as often as they were seen.
 *
 * @param documents all of them
 * @param labels of all documents, numbered from 0
 * @param random seeded generator
 * @param samples b, how many
 * @returns by theme, in [0, 1]: from 0.6 steady, from 0.4 tentative, below that better read by hand
 * @remarks Missing data: a theme that no sample holds has 0. So have one answer alone and one theme of all, which are
 *   found again whatever is drawn: that says nothing.
 * @throws never.
 * @see Hennig, C. (2007). Cluster-wise assessment of cluster stability. Computational Statistics & Data
 *   Analysis 52(1), 258–271. doi:10.1016/j.csda.2006.11.025
 */
export function themeStability(
  documents: Documents,
  labels: Int32Array,
  random: Generator,
  samples = 16,
): number[] {
  const k = Math.max(...labels, -1) + 1;
  const found = Array.from({ length: k }, () => ({ sum: 0, times: 0 }));
  const size = Math.min(mostDocuments, Math.ceil(0.8 * documents.counts.rows));
  for (let sample = 0; sample < samples; sample += 1) {
    const part = sampleDocuments(documents, size, random);
    const other = clusterDocuments(part.documents, k, random, light);
    const own = Int32Array.from(part.rows, (row) => labels[row] ?? 0);
    for (const [theme, best] of bestMatches(own, other, part.documents.weights)) {
      const entry = found[theme];
      if (entry) found[theme] = { sum: entry.sum + best, times: entry.times + 1 };
    }
  }
  const answers = new Float64Array(k);
  for (const [row, label] of labels.entries()) {
    answers[label] = (answers[label] ?? 0) + (documents.weights[row] ?? 0);
  }
  return found.map(({ sum, times }, theme) =>
    times === 0 || k < 2 || (answers[theme] ?? 0) < 2 ? 0 : sum / times,
  );
}

/** By own theme, the largest Jaccard index with any of the other clustering. */
function bestMatches(
  own: Int32Array,
  other: Int32Array,
  weights: Float64Array,
): Map<number, number> {
  const size = new Map<string, number>();
  const add = (key: string, weight: number) => size.set(key, (size.get(key) ?? 0) + weight);
  for (const [index, theme] of own.entries()) {
    const weight = weights[index] ?? 0;
    add(`o${theme}`, weight);
    add(`s${other[index]}`, weight);
    add(`${theme}|${other[index]}`, weight);
  }
  const best = new Map<number, number>();
  for (const [key, both] of size) {
    const [theme, cluster] = key.split('|');
    if (cluster === undefined) continue;
    const either = (size.get(`o${theme}`) ?? 0) + (size.get(`s${cluster}`) ?? 0) - both;
    best.set(Number(theme), Math.max(best.get(Number(theme)) ?? 0, both / either));
  }
  return best;
}
