import { sql } from 'drizzle-orm';
import { queryRows, type Transaction } from '../database.ts';
import type { PassReason, VoteChoice } from '../schema/panel-statement.ts';
import type { OfRound } from './panel-round.server.ts';

export type OneVote = {
  statementId: string;
  memberId: string;
  choice: VoteChoice;
  passReason: PassReason | null;
};

/** Who answered what to the statements of a round that still stand; for the system, which groups people. */
export async function listRoundVotes(
  tx: Transaction,
  { organisationId, panelId, roundId }: OfRound,
): Promise<OneVote[]> {
  return queryRows<OneVote>(
    tx,
    sql`select v.statement_id as "statementId", v.member_id as "memberId", v.choice,
          v.pass_reason as "passReason"
        from panel_votes v
        join panel_statements s on s.organisation_id = v.organisation_id and s.id = v.statement_id
        left join contributions c
          on c.organisation_id = s.organisation_id and c.id = s.contribution_id
        where v.organisation_id = ${organisationId} and v.panel_id = ${panelId}
          and s.round_id = ${roundId} and (s.contribution_id is null or c.state = 'accepted')
        order by v.member_id, s.position`,
  );
}
