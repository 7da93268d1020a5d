import type { Documents } from './cluster-documents.ts';

export type ProposedMerge = {
  /** Indices of themes that may be one, ascending; two or more. */
  readonly themes: readonly number[];
  /** Mean cosine between the middles of the themes, in [−1, 1]. */
  readonly likeness: number;
};

type Part = { themes: number[]; sum: Float64Array };

/** Sums of where a theme's documents lie, by weight. */
function sumsOf({ features, weights }: Documents, labels: Int32Array, k: number): Float64Array[] {
  const { values, width } = features;
  const sums = Array.from({ length: k }, () => new Float64Array(width));
  for (const [row, label] of labels.entries()) {
    const sum = sums[label];
    if (!sum) continue;
    for (let j = 0; j < width; j += 1) {
      sum[j] = (sum[j] ?? 0) + (weights[row] ?? 0) * (values[row * width + j] ?? 0);
    }
  }
  return sums;
}

function cosine(a: Float64Array, b: Float64Array): number {
  let [both, own, other] = [0, 0, 0];
  for (const [j, value] of a.entries()) {
    const against = b[j] ?? 0;
    both += value * against;
    own += value * value;
    other += against * against;
  }
  return own === 0 || other === 0 ? 0 : both / Math.sqrt(own * other);
}

/**
 * Which small themes may be one: the two whose middles point most nearly the same way are joined until `wanted` are
 * left.
 *
 * cos(m_a, m_b) of the sums of what is in each; joined themes have the sum of both.
 *
 * @param documents all of them. @param labels theme of each, 0 … k − 1.
 * @param wanted how many themes the merges should leave.
 * @returns the proposals, the most alike first; themes that stay alone are in none. A person decides: a rare theme
 *   is worth its own name though it lies near a large one.
 * @remarks Missing data: a theme without words is like none, and is joined last.
 * @throws never.
 * @see Sokal, R. R., Michener, C. D. (1958). A statistical method for evaluating systematic relationships. Univ Kansas
 *   Sci Bull 38, 1409–1438 (centroids)
 */
export function proposeMerges(
  documents: Documents,
  labels: Int32Array,
  wanted: number,
): ProposedMerge[] {
  const k = Math.max(...labels, -1) + 1;
  const middles = sumsOf(documents, labels, k);
  let parts: Part[] = middles.map((sum, theme) => ({ themes: [theme], sum }));
  while (parts.length > Math.max(1, wanted)) {
    let best = { a: 0, b: 1, likeness: -Infinity };
    for (const [a, own] of parts.entries()) {
      for (let b = a + 1; b < parts.length; b += 1) {
        const likeness = cosine(own.sum, parts[b]?.sum ?? own.sum);
        if (likeness > best.likeness + 1e-12) best = { a, b, likeness };
      }
    }
    const [first, second] = [parts[best.a], parts[best.b]];
    if (!first || !second) break;
    const joined = {
      themes: [...first.themes, ...second.themes].sort((x, y) => x - y),
      sum: first.sum.map((value, j) => value + (second.sum[j] ?? 0)),
    };
    parts = parts.flatMap((part, at) => (at === best.a ? [joined] : at === best.b ? [] : [part]));
  }
  return parts
    .filter(({ themes }) => themes.length > 1)
    .map(({ themes }) => {
      const pairs = themes.flatMap((a, at) =>
        themes.slice(at + 1).map((b) => {
          const [own, other] = [middles[a], middles[b]];
          return own && other ? cosine(own, other) : 0;
        }),
      );
      return { themes, likeness: pairs.reduce((sum, value) => sum + value, 0) / pairs.length };
    })
    .sort((a, b) => b.likeness - a.likeness || (a.themes[0] ?? 0) - (b.themes[0] ?? 0));
}
