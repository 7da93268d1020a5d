import { and, asc, count, eq } from 'drizzle-orm';
import type { Transaction } from '../database.ts';
import { panelStatements, panelVotes } from '../schema/panel-statement.ts';
import type { OfRound } from './panel-round.server.ts';

/** How often each answer was given to each statement of a round; whose it was is not read. */
export async function countVotes(tx: Transaction, { organisationId, panelId, roundId }: OfRound) {
  return tx
    .select({
      statementId: panelVotes.statementId,
      choice: panelVotes.choice,
      passReason: panelVotes.passReason,
      people: count(),
    })
    .from(panelVotes)
    .innerJoin(
      panelStatements,
      and(
        eq(panelStatements.organisationId, panelVotes.organisationId),
        eq(panelStatements.id, panelVotes.statementId),
      ),
    )
    .where(
      and(
        eq(panelVotes.organisationId, organisationId),
        eq(panelVotes.panelId, panelId),
        eq(panelStatements.roundId, roundId),
      ),
    )
    .groupBy(
      panelVotes.statementId,
      panelStatements.position,
      panelVotes.choice,
      panelVotes.passReason,
    )
    .orderBy(asc(panelStatements.position));
}
