import { suppressGroups } from '#analysis/suppression/suppress-groups.ts';

/**
 * Counts of people that make up a whole, as they may stand on one page beside that whole: null where
 * one is left out. That nobody is counted somewhere is said only where nothing is left out: else
 * whoever is left out would be known to be somewhere else.
 */
export function shownCounts(counts: readonly number[], minimum: number): (number | null)[] {
  const released = suppressGroups({
    groups: counts.map((n) => ({ n })),
    minimumCellSize: minimum,
    totalShown: true,
  });
  const isHidden = counts.map((n, index) => n > 0 && !released[index]?.shown);
  const isWhole = !isHidden.includes(true);
  return counts.map((n, index) => (isHidden[index] || (n === 0 && !isWhole) ? null : n));
}
