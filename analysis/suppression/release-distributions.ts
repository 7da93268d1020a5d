import { isSameAnswer } from './is-same-answer.ts';
import type { GroupRelease, SuppressionReason } from './release.ts';
import { suppressGroups } from './suppress-groups.ts';

export interface ReleaseDistributionsInput {
  /** Per level of one dimension, counts over the same categories or distinct scores. */
  readonly counts: readonly ArrayLike<number>[];
  /** What may be said about the levels at all; hidden ones stay hidden. */
  readonly respondents: readonly GroupRelease[];
  readonly minimumCellSize: number;
}

function add(counts: readonly ArrayLike<number>[]): number[] {
  const width = counts[0]?.length ?? 0;
  return Array.from({ length: width }, (_, category) =>
    counts.reduce((sum, group) => sum + (group[category] ?? 0), 0),
  );
}

/**
 * Which levels of one dimension may show the distribution (percents, mean, SD) of one item or score.
 *
 * A level is hidden when it is hidden as a group, when fewer than k of it answered, or when (nearly)
 * all gave the same answer. Since total − Σ shown reveals the distribution of the hidden levels
 * together, that sum must hold ≥ k answers of at least two levels and must not itself be (nearly) one
 * answer; until then the smallest shown level is hidden too.
 *
 * @param input counts per level and the release of the levels.
 * @returns one release per level, with the number who answered; a hidden level carries no number.
 * @remarks Missing data: not counted, so that a level may be shown for one item and not for another.
 *   When the total itself is (nearly) one answer all levels are hidden, 'same-answer'.
 * @throws DomainError 'minimum-cell-size'.
 * @see Cox, L. H. (1980). https://doi.org/10.1080/01621459.1980.10477481; Machanavajjhala, A. et al.
 *   (2007). https://doi.org/10.1145/1217299.1217302. Checked by trying every combination of margins.
 */
export function releaseDistributions(input: ReleaseDistributionsInput): GroupRelease[] {
  const { counts, respondents, minimumCellSize } = input;
  const isTotalShown = !isSameAnswer(add(counts), minimumCellSize);
  const hidden = (level: ArrayLike<number>, index: number): SuppressionReason | undefined => {
    const release = respondents[index];
    if (release && !release.shown) return release.reason;
    if (!isTotalShown || isSameAnswer(level, minimumCellSize)) return 'same-answer';
    return undefined;
  };
  return suppressGroups({
    groups: counts.map((level, index) => {
      const reason = hidden(level, index);
      const n = add([level]).reduce((sum, count) => sum + count, 0);
      return reason === undefined ? { n } : { n, hidden: reason };
    }),
    minimumCellSize,
    totalShown: isTotalShown,
    isUnionSafe: (levels) => {
      return !isSameAnswer(
        add(counts.filter((_, index) => levels.includes(index))),
        minimumCellSize,
      );
    },
  });
}
