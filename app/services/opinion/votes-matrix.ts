import type { OneVote } from '#db/queries/round-votes.server.ts';
import type { OpinionInput } from './find-opinion.ts';

const valueOf = { agree: 1, disagree: -1, pass: 0 } as const;

/** Votes as a table of people and statements; what somebody was not asked or left out is unseen. */
export function votesMatrix(votes: readonly OneVote[]): Omit<OpinionInput, 'minimum'> {
  const participants = [...new Set(votes.map(({ memberId }) => memberId))].sort();
  const statements = [...new Set(votes.map(({ statementId }) => statementId))].sort();
  const [row, column] = [participants, statements].map(
    (names) => new Map(names.map((name, at) => [name, at])),
  );
  const values = new Float64Array(participants.length * statements.length).fill(NaN);
  for (const { memberId, statementId, choice } of votes) {
    const at = (row?.get(memberId) ?? 0) * statements.length + (column?.get(statementId) ?? 0);
    values[at] = valueOf[choice];
  }
  return { participants, statements, values };
}
