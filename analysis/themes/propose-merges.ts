import { dot } from '../numeric/dot.ts';
import type { Documents } from './cluster-documents.ts';
import { themeSums } from './theme-sums.ts';

export type ProposedMerge = {
  /** Indices of themes that may be one, ascending; two or more. */
  readonly themes: readonly number[];
  /** Mean cosine between the middles of the themes, in [−1, 1]. */
  readonly likeness: number;
};

type Part = { themes: number[]; sum: Float64Array };

function cosine(a: Float64Array, b: Float64Array): number {
  const lengths = Math.sqrt(dot(a, a) * dot(b, b));
  return lengths === 0 ? 0 : dot(a, b) / lengths;
}

/**
 * Which small themes may be one: the two whose middles point most nearly the same way are joined until `wanted` are
 * left.
 *
 * cos(m_a, m_b) of the sums of what is in each; joined themes have the sum of both.
 *
 * @param documents all of them
 * @param labels theme of each, 0 … k − 1.
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
  const middles = themeSums(documents, labels, k);
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
