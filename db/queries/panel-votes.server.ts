import { and, asc, count, eq, sql } from 'drizzle-orm';
import type { LocalText } from '#surveys/model/languages.ts';
import { queryRows, type Transaction } from '../database.ts';
import { panelStatements, panelVotes } from '../schema/panel-statement.ts';
import type { OfPanel } from './suggestion.server.ts';

/** What is shown of a round: what it asked stays, words that were taken back do not. */
export async function listVotedStatements(tx: Transaction, { organisationId, panelId }: OfPanel) {
  return queryRows<{ id: string; roundId: string; text: LocalText }>(
    tx,
    sql`select s.id, s.round_id as "roundId", s.text from panel_statements s
        join panel_rounds r on r.organisation_id = s.organisation_id and r.id = s.round_id
        left join contributions c
          on c.organisation_id = s.organisation_id and c.id = s.contribution_id
        where s.organisation_id = ${organisationId} and s.panel_id = ${panelId}
          and r.state = 'closed' and (s.contribution_id is null or c.state = 'accepted')
        order by r.number desc, s.position`,
  );
}

/** How often each answer was given to each statement; whose it was is not read. */
export async function countVotes(
  tx: Transaction,
  { organisationId, panelId, roundId }: OfPanel & { roundId?: string },
) {
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
        roundId === undefined ? undefined : eq(panelStatements.roundId, roundId),
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
