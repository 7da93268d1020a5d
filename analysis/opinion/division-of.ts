import type { VoteCounts } from './count-votes.ts';

export type Division = {
  /** In (0, 1): the share that agrees in one group with the share that disagrees in another. */
  readonly value: number;
  readonly agreeing: number;
  readonly disagreeing: number;
};

/**
 * How far a statement divides groups: in one people agree, in another they disagree.
 *
 * D = max_{g ≠ h} √(p_g q_h), p_g = (agree_g + ½)/(seen_g + 1), q_h = (disagree_h + ½)/(seen_h + 1), over groups g that
 * lean to agreeing (p_g > q_g) and h that lean to disagreeing.
 *
 * @param groups counts of each group.
 * @returns null where all groups lean the same way, however unlike their shares: nobody is divided then.
 * @remarks Missing data: a group that did not see the statement leans nowhere. Passes lower both shares.
 * @throws never.
 * @see The geometric mean as in `geometricMeanOfShares`, of the two groups that differ most.
 */
export function divisionOf(groups: readonly VoteCounts[]): Division | null {
  const leaning = groups.map(({ seen, agree, disagree }, group) => ({
    group,
    leans: Math.sign(agree - disagree),
    agree: (agree + 0.5) / (seen + 1),
    disagree: (disagree + 0.5) / (seen + 1),
  }));
  const strongest = (leans: number, share: 'agree' | 'disagree') =>
    leaning
      .filter((group) => group.leans === leans)
      .sort((a, b) => b[share] - a[share] || a.group - b.group)[0];
  const [agreeing, disagreeing] = [strongest(1, 'agree'), strongest(-1, 'disagree')];
  if (!agreeing || !disagreeing) return null;
  return {
    value: Math.sqrt(agreeing.agree * disagreeing.disagree),
    ...{ agreeing: agreeing.group, disagreeing: disagreeing.group },
  };
}
