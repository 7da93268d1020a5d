import { suppressGroups } from '#analysis/suppression/suppress-groups.ts';
import type { GroupRelease } from '#analysis/suppression/release.ts';

export type ReleasedCount = GroupRelease;

/**
 * Counts of sites and of them together, none of which gives away a site below the minimum: a single
 * hidden site would be the difference between the total and the others.
 */
export function releaseCounts(
  groups: readonly number[],
  { minimumCellSize, total }: { minimumCellSize: number; total: number },
): { groups: ReleasedCount[]; total: ReleasedCount } {
  const isTotalShown = total >= minimumCellSize;
  return {
    groups: suppressGroups({
      groups: groups.map((n) => ({ n })),
      minimumCellSize,
      totalShown: isTotalShown,
    }),
    total: isTotalShown ? { shown: true, n: total } : { shown: false, reason: 'below-minimum' },
  };
}
