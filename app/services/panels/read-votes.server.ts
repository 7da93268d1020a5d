import type { Transaction } from '#db/database.ts';
import { countVotes, listVotedStatements } from '#db/queries/panel-votes.server.ts';
import type { LocalText } from '#surveys/model/languages.ts';
import { presentVotes, type StatementVotes } from './present-votes.ts';

export type VotedStatement = StatementVotes & { roundId: string; text: LocalText };

/**
 * What people think of the statements of rounds that are over, as the system, who alone sees votes. They
 * stay when somebody leaves, so two readings never differ by one person.
 */
export async function readVotes(
  tx: Transaction,
  { organisationId, panelId }: { organisationId: string; panelId: string },
  minimum: number,
): Promise<VotedStatement[]> {
  const statements = await listVotedStatements(tx, { organisationId, panelId });
  const counted = await countVotes(tx, { organisationId, panelId });
  return statements.flatMap(({ id, roundId, text }) =>
    presentVotes([id], counted, minimum).map((votes) => ({ ...votes, roundId, text })),
  );
}
