import type { DifSample } from './dif-sample.ts';
import { stratifiedTable, type StratifiedTable } from './stratified-table.ts';

/** total: with the studied item, which keeps the methods unbiased; rest: without it. */
export type MatchingScore = 'total' | 'rest';

/**
 * An item's counts by the score on which the groups are matched.
 *
 * s_r = Σ_{j ∈ anchors} x_rj, with the item's own x_ri always (total) or never (rest) among them.
 *
 * @param sample complete answers of two groups.
 * @param item index of the studied item.
 * @param anchors indexes of the items taken to function alike; the studied item need not be one.
 * @param score total or rest.
 * @returns counts by matching score and group.
 * @remarks Missing data: none in the sample. No anchor but the item itself: the total is the item.
 * @throws never.
 * @see Zwick, R. (1990). When do item response function and Mantel–Haenszel definitions of differential item
 *   functioning coincide? J Educ Stat 15, 185–197. https://doi.org/10.3102/10769986015003185 (item included).
 */
export function matchingTable(
  sample: DifSample,
  item: number,
  anchors: ReadonlySet<number>,
  score: MatchingScore,
): StratifiedTable {
  const k = sample.names.length;
  const summed = [...sample.names.keys()].filter((j) => {
    return j === item ? score === 'total' : anchors.has(j);
  });
  const answers = new Float64Array(sample.n);
  const matching = new Float64Array(sample.n);
  for (let row = 0; row < sample.n; row += 1) {
    let sum = 0;
    for (const j of summed) sum += sample.values[row * k + j] ?? NaN;
    answers[row] = sample.values[row * k + item] ?? NaN;
    matching[row] = sum;
  }
  return stratifiedTable({ answers, matching, group: sample.group });
}
