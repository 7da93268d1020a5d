import type { GroupRelease, SuppressionReason } from './release.ts';
import { requireMinimum } from './require-minimum.ts';

export interface GroupSize {
  readonly n: number;
  /** Hidden for a reason of its own, whatever its size. */
  readonly hidden?: SuppressionReason;
}

export interface SuppressGroupsInput {
  /** The levels of ONE dimension; they are disjoint and add up to the total. */
  readonly groups: readonly GroupSize[];
  readonly minimumCellSize: number;
  /** Whether the total over the groups is published as well. */
  readonly totalShown: boolean;
  /** May what total − shown gives away about these groups together be known? Default: yes. */
  readonly isUnionSafe?: (hidden: readonly number[]) => boolean;
}

function reasonFor({ n, hidden }: GroupSize, k: number): SuppressionReason | undefined {
  return n < k ? 'below-minimum' : hidden;
}

/**
 * Primary and complementary suppression of the levels of one dimension.
 *
 * Primary: hide g when n_g < k. Complementary: let H be the hidden groups with n > 0. What total −
 * Σ shown reveals is Σ_H; it must belong to nobody (H empty) or to at least two groups with
 * Σ_H n ≥ k and pass `isUnionSafe`. Until then the smallest shown group (ties: the first) joins H.
 * Without a published total nothing can be subtracted and primary suppression suffices.
 *
 * @param input groups of one dimension with their sizes; "not stated" is one of them.
 * @returns one release per group, in the order given; a suppressed one carries no size.
 * @remarks Missing data: empty levels are hidden as 'below-minimum', but give no cover to others.
 *   When no group is left to give cover, all are hidden.
 * @throws DomainError 'minimum-cell-size'.
 * @see Cox, L. H. (1980). Suppression methodology and statistical disclosure control. Journal of
 *   the American Statistical Association 75, 377–385. https://doi.org/10.1080/01621459.1980.10477481
 *   Checked by trying every combination of published margins.
 */
export function suppressGroups(input: SuppressGroupsInput): GroupRelease[] {
  const { groups, minimumCellSize: k, totalShown, isUnionSafe = () => true } = input;
  requireMinimum(k);
  const reasons = groups.map((group) => reasonFor(group, k));
  const nextSmallest = groups
    .map(({ n }, index) => ({ n, index }))
    .filter(({ index }) => reasons[index] === undefined)
    .sort((a, b) => a.n - b.n || a.index - b.index);

  const isProtected = (): boolean => {
    const hidden = [...groups.keys()].filter(
      (index) => reasons[index] !== undefined && (groups[index]?.n ?? 0) > 0,
    );
    const n = hidden.reduce((sum, index) => sum + (groups[index]?.n ?? 0), 0);
    return hidden.length === 0 || (hidden.length > 1 && n >= k && isUnionSafe(hidden));
  };
  while (totalShown && !isProtected()) {
    const next = nextSmallest.shift();
    if (!next) break;
    reasons[next.index] = 'complementary';
  }
  return groups.map(({ n }, index) => {
    const reason = reasons[index];
    return reason === undefined ? { shown: true, n } : { shown: false, reason };
  });
}
