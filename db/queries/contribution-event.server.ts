import { sql } from 'drizzle-orm';
import { queryRows, type Transaction } from '../database.ts';
import type { ContributionEventKind } from '../schema/contribution.ts';

export type NewEvent = {
  organisationId: string;
  panelId: string;
  contributionId: string;
  memberId: string;
  kind: ContributionEventKind;
  note?: string;
};

/** What its author did, after whatever happened before; whoever holds the contribution may call it. */
export async function addOwnEvent(tx: Transaction, event: NewEvent): Promise<void> {
  await queryRows(
    tx,
    sql`insert into contribution_events
          (organisation_id, contribution_id, number, panel_id, member_id, kind, note)
        select ${event.organisationId}, ${event.contributionId}, coalesce(max(e.number), 0) + 1,
          ${event.panelId}, ${event.memberId}, ${event.kind}, ${event.note ?? ''}
        from contribution_events e
        where e.organisation_id = ${event.organisationId}
          and e.contribution_id = ${event.contributionId}`,
  );
}
