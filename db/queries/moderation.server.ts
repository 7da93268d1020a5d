import { sql } from 'drizzle-orm';
import { queryRows, type Transaction } from '../database.ts';
import type { ModerationReason } from '../schema/contribution.ts';

type OfPanel = { organisationId: string; panelId: string };

export type OpenAppeal = {
  contributionId: string;
  memberNumber: number;
  language: string;
  text: string;
  revision: number;
  reason: ModerationReason | null;
  note: string;
  rejectedBy: string | null;
  appeal: string;
  appealedAt: Date;
};

/** Rejected contributions whose author has appealed and who has had no answer, oldest first. */
export async function listOpenAppeals(tx: Transaction, params: OfPanel): Promise<OpenAppeal[]> {
  const rows = await queryRows<Omit<OpenAppeal, 'appealedAt'> & { appealedAt: string | Date }>(
    tx,
    sql`select c.id as "contributionId", m.number as "memberNumber", c.language, c.text, c.revision,
          r.reason, r.note, r.by as "rejectedBy", a.note as appeal, a.at as "appealedAt"
        from contributions c
        join panel_members m on m.organisation_id = c.organisation_id and m.id = c.member_id
        join lateral (select e.kind, e.note, e.at from contribution_events e
          where e.organisation_id = c.organisation_id and e.contribution_id = c.id
          order by e.number desc limit 1) a on a.kind = 'appealed'
        join lateral (select e.reason, e.note, e.by from contribution_events e
          where e.organisation_id = c.organisation_id and e.contribution_id = c.id
            and e.kind = 'rejected'
          order by e.number desc limit 1) r on true
        where c.organisation_id = ${params.organisationId} and c.panel_id = ${params.panelId}
          and c.state = 'rejected'
        order by a.at, c.id`,
  );
  return rows.map((row) => ({ ...row, appealedAt: new Date(row.appealedAt) }));
}

/** `memberId`: of a survey's words their own id. */
export type Rejections = { reason: ModerationReason; memberId: string; contributions: number };

/** Contributions that are rejected now, by the reason given last and by author. */
export async function listRejections(tx: Transaction, params: OfPanel): Promise<Rejections[]> {
  return queryRows<Rejections>(
    tx,
    sql`select r.reason, coalesce(c.member_id, c.id) as "memberId", count(*)::int as contributions
        from contributions c
        join lateral (select e.reason from contribution_events e
          where e.organisation_id = c.organisation_id and e.contribution_id = c.id
            and e.kind = 'rejected'
          order by e.number desc limit 1) r on r.reason is not null
        where c.organisation_id = ${params.organisationId} and c.panel_id = ${params.panelId}
          and c.state = 'rejected'
        group by 1, 2`,
  );
}
