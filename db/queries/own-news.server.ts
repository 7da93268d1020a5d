import { sql } from 'drizzle-orm';
import type { LocalText } from '#surveys/model/languages.ts';
import { queryRows, type Transaction } from '../database.ts';
import type {
  ContributionEventKind,
  ContributionState,
  ModerationReason,
} from '../schema/contribution.ts';
import type { OfPanel } from './suggestion.server.ts';

type OfPerson = OfPanel & { memberId: string };

export type OwnContribution = {
  id: string;
  state: ContributionState;
  language: string;
  text: string | null;
  prompt: LocalText;
  suggestionIds: string[];
};

/** What a person said, with the suggestions that were built on it. */
export async function listOwnWords(
  tx: Transaction,
  { organisationId, memberId }: OfPerson,
): Promise<OwnContribution[]> {
  return queryRows<OwnContribution>(
    tx,
    sql`select c.id, c.state, c.language, c.text, p.text as prompt,
          array(select l.suggestion_id::text from suggestion_contributions l
            where l.organisation_id = c.organisation_id and l.contribution_id = c.id
            order by 1) as "suggestionIds"
        from contributions c
        join panel_prompts p on p.organisation_id = c.organisation_id and p.id = c.prompt_id
        where c.organisation_id = ${organisationId} and c.member_id = ${memberId}
        order by c.sent_on, c.id`,
  );
}

export type OwnEvent = {
  contributionId: string;
  number: number;
  kind: ContributionEventKind;
  reason: ModerationReason | null;
  note: string;
};

export async function listOwnFates(
  tx: Transaction,
  { organisationId, memberId }: OfPerson,
): Promise<OwnEvent[]> {
  return queryRows<OwnEvent>(
    tx,
    sql`select contribution_id as "contributionId", number, kind, reason, note
        from contribution_events
        where organisation_id = ${organisationId} and member_id = ${memberId}
        order by contribution_id, number`,
  );
}

export type ClosedRound = {
  id: string;
  number: number;
  title: LocalText;
  outcome: LocalText;
  closedOn: string | null;
};

export async function listClosedRounds(
  tx: Transaction,
  { organisationId, panelId }: OfPanel,
): Promise<ClosedRound[]> {
  return queryRows<ClosedRound>(
    tx,
    sql`select id, number, title, outcome, closed_on::text as "closedOn" from panel_rounds
        where organisation_id = ${organisationId} and panel_id = ${panelId} and state = 'closed'
          and source = 'panel'
        order by number desc`,
  );
}
