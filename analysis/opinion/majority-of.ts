import type { VoteCounts } from './count-votes.ts';

/** From this share of those who saw a statement on they are a majority that a division does not hide. */
const majority = 0.6;

/**
 * Which answer a clear majority gave.
 *
 * agree / seen ≥ .6, or disagree / seen ≥ .6.
 *
 * @param counts of all participants, grouped or not.
 * @returns null where neither does, or nobody saw it.
 * @remarks Missing data: passes count as seen.
 * @throws never.
 * @see the bound is ours.
 */
export function majorityOf({ seen, agree, disagree }: VoteCounts): 'agree' | 'disagree' | null {
  if (seen === 0) return null;
  if (agree / seen >= majority) return 'agree';
  return disagree / seen >= majority ? 'disagree' : null;
}
