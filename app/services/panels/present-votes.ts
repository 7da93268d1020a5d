import type { PassReason, VoteChoice } from '#db/schema/panel-statement.ts';
import { shownCounts } from '../outcomes/shown-counts.ts';

export const voteAnswers = [
  'agree',
  'disagree',
  'pass-unsure',
  'pass-unclear',
  'pass-not-for-me',
] as const;
export type VoteAnswer = (typeof voteAnswers)[number];

export type CountedVote = {
  statementId: string;
  choice: VoteChoice;
  passReason: PassReason | null;
  people: number;
};

export type StatementVotes = {
  statementId: string;
  /** Null: fewer than may be described. */
  people: number | null;
  /** In people; null: not shown. */
  counts: Record<VoteAnswer, number | null>;
};

const nothing = Object.fromEntries(voteAnswers.map((answer) => [answer, null])) as Record<
  VoteAnswer,
  null
>;

/**
 * What was answered to each statement, why people passed kept apart: a statement that is unclear is not
 * one that people are unsure of. Counts so small that somebody could be told apart are left out, and so
 * is everything where all answered the same, which would say what each of them answered.
 */
export function presentVotes(
  statementIds: readonly string[],
  votes: readonly CountedVote[],
  minimum: number,
): StatementVotes[] {
  return statementIds.map((statementId) => {
    const own = votes.filter((vote) => vote.statementId === statementId);
    const counts = voteAnswers.map(
      (answer) =>
        own.find(({ choice, passReason }) =>
          choice === 'pass' ? answer === `pass-${passReason ?? 'unsure'}` : answer === choice,
        )?.people ?? 0,
    );
    const people = counts.reduce((sum, n) => sum + n, 0);
    if (people < minimum) return { statementId, people: null, counts: nothing };
    if (counts.includes(people)) return { statementId, people, counts: nothing };
    const shown = shownCounts(counts, minimum);
    const entries = voteAnswers.map((answer, index) => [answer, shown[index] ?? null] as const);
    return {
      statementId,
      people,
      counts: Object.fromEntries(entries) as StatementVotes['counts'],
    };
  });
}
