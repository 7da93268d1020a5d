import type { Votes } from './votes.ts';

export type VoteCounts = {
  /** Who voted on it, passes included. */
  readonly seen: number;
  readonly agree: number;
  readonly disagree: number;
  readonly pass: number;
};

/**
 * Votes on one statement of some participants.
 *
 * agree = #{v = 1}, disagree = #{v = −1}, pass = #{v = 0}.
 *
 * @param votes of everybody
 * @param statement its column
 * @param rows which participants.
 * @returns counts; agree, disagree and pass add up to seen.
 * @remarks Missing data: who did not see it is not counted.
 * @throws never.
 * @see votes as in Small, C. et al. (2021). https://doi.org/10.6035/recerca.5516
 */
export function countVotes(
  { values, statements }: Votes,
  statement: number,
  rows: readonly number[],
): VoteCounts {
  let [agree, disagree, pass] = [0, 0, 0];
  for (const row of rows) {
    const vote = values[row * statements.length + statement] ?? NaN;
    if (vote > 0) agree += 1;
    else if (vote < 0) disagree += 1;
    else if (vote === 0) pass += 1;
  }
  return { seen: agree + disagree + pass, agree, disagree, pass };
}
