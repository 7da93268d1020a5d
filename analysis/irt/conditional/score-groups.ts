import type { ScoreGroup } from '../../numeric/conditional/add-score-group.ts';
import type { ResponsePatterns } from '../response-patterns.ts';

/** The sufficient statistics of a partial credit model. */
export interface ScoreGroups {
  readonly groups: readonly ScoreGroup[];
  /** Per item, answers in each category. */
  readonly totals: readonly Float64Array[];
  /** Per pattern its group and sum score. */
  readonly ofPattern: readonly { readonly group: number; readonly score: number }[];
}

/**
 * Answers reduced to what the partial credit model needs: sum scores by set of answered items, and answers by
 * category.
 *
 * Category numbers 0 … m_i are the scores.
 *
 * @param responses distinct patterns.
 * @returns groups in order of first appearance.
 * @remarks Missing data: a group for each set of answered items.
 * @throws never.
 * @see Masters, G. N. (1982). https://doi.org/10.1007/BF02296272 (sufficiency).
 */
export function scoreGroups({ patterns, counts, offsets, scores }: ResponsePatterns): ScoreGroups {
  const k = scores.length;
  const totals = scores.map((list) => new Float64Array(list.length));
  const known = new Map<string, number>();
  const groups: ScoreGroup[] = [];
  const ofPattern = Array.from(counts, (n, p) => {
    const answered: number[] = [];
    let score = 0;
    for (let item = 0; item < k; item += 1) {
      const place = patterns[p * k + item] ?? -1;
      if (place < 0) continue;
      const category = place - (offsets[item] ?? 0);
      answered.push(item);
      score += category;
      const own = totals[item];
      if (own) own[category] = (own[category] ?? 0) + n;
    }
    const key = answered.join(',');
    const group = known.get(key) ?? groups.length;
    if (group === groups.length) {
      known.set(key, group);
      const highest = answered.reduce((sum, item) => sum + (scores[item]?.length ?? 1) - 1, 0);
      groups.push({
        items: Int32Array.from(answered),
        scoreCounts: new Float64Array(highest + 1),
      });
    }
    const table = groups[group]?.scoreCounts;
    if (table) table[score] = (table[score] ?? 0) + n;
    return { group, score };
  });
  return { groups, totals, ofPattern };
}
