import { suppressGroups } from '#analysis/suppression/suppress-groups.ts';

/**
 * Counts of people that make up a whole, as they may stand on one page beside that whole: null where
 * one is left out. That nobody is counted somewhere may be said.
 */
export function shownCounts(counts: readonly number[], minimum: number): (number | null)[] {
  const released = suppressGroups({
    groups: counts.map((n) => ({ n })),
    minimumCellSize: minimum,
    totalShown: true,
  });
  return counts.map((n, index) => (n === 0 || released[index]?.shown ? n : null));
}
