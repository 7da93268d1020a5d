import { sql } from 'drizzle-orm';
import type { LocalText } from '#surveys/model/languages.ts';
import { queryRows, type Transaction } from '../database.ts';

export type ProgressCount = {
  studyId: string;
  waveId: string;
  /** Null: the person has not said yet. */
  siteId: string | null;
  invited: number;
  underWay: number;
  /** Sent off here; imported answers were not. */
  complete: number;
};

type Params = { organisationId: string; studyIds: readonly string[] };

const ids = (studyIds: readonly string[]) =>
  sql.join(
    studyIds.map((id) => sql`${id}::uuid`),
    sql`, `,
  );

/** Counts alone, for the system actor: nobody else may look at what is under way. */
export async function countProgress(tx: Transaction, params: Params): Promise<ProgressCount[]> {
  if (params.studyIds.length === 0) return [];
  const where = sql`organisation_id = ${params.organisationId} and study_id in (${ids(params.studyIds)})`;
  return queryRows<ProgressCount>(
    tx,
    sql`select study_id as "studyId", wave_id as "waveId", site_id as "siteId",
          sum(invited)::int as invited, sum(under_way)::int as "underWay",
          sum(complete)::int as complete
        from (
          select study_id, wave_id, site_id, count(*) as invited, 0 as under_way, 0 as complete
            from invitations where ${where} and panel_member_id is null group by 1, 2, 3
          union all
          select study_id, wave_id, (content->>'siteId')::uuid, 0, count(*), 0
            from drafts where ${where} group by 1, 2, 3
          union all
          select study_id, wave_id, (content->>'siteId')::uuid, 0, 0, count(*)
            from inbox where ${where} group by 1, 2, 3
          union all
          select study_id, wave_id, site_id, 0, 0, count(*)
            from responses where ${where} and origin <> 'imported' group by 1, 2, 3
        ) counted
        group by study_id, wave_id, site_id`,
  );
}

/** People of panels who have begun, by wave and panel, for the system actor. */
export async function countPanelStarts(
  tx: Transaction,
  { organisationId, studyId }: { organisationId: string; studyId: string },
) {
  return queryRows<{ waveId: string; panelId: string; title: LocalText; n: number }>(
    tx,
    sql`select i.wave_id as "waveId", p.id as "panelId", p.title, count(*)::int as n
        from invitations i
        join panel_members m on m.organisation_id = i.organisation_id and m.id = i.panel_member_id
        join panels p on p.organisation_id = m.organisation_id and p.id = m.panel_id
        where i.organisation_id = ${organisationId} and i.study_id = ${studyId}
        group by i.wave_id, p.id, p.title
        order by p.id`,
  );
}

/** A person of a panel by their number there or by their id, for the system actor. */
export async function findPersonOfPanel(
  tx: Transaction,
  params: { organisationId: string } & ({ memberId: string } | { panelId: string; number: number }),
) {
  const isPerson =
    'memberId' in params
      ? sql`m.id = ${params.memberId}`
      : sql`m.panel_id = ${params.panelId} and m.number = ${params.number}`;
  const [person] = await queryRows<{ memberId: string; number: number; title: LocalText }>(
    tx,
    sql`select m.id as "memberId", m.number, p.title
        from panel_members m
        join panels p on p.organisation_id = m.organisation_id and p.id = m.panel_id
        where m.organisation_id = ${params.organisationId} and ${isPerson}`,
  );
  return person;
}

/** Ballots that were submitted or withdrawn, by wave: they carry no site. */
export async function countUsedBallots(tx: Transaction, params: Params) {
  if (params.studyIds.length === 0) return [];
  return queryRows<{ waveId: string; n: number }>(
    tx,
    sql`select wave_id as "waveId", count(*)::int as n from used_ballots
        where organisation_id = ${params.organisationId} and study_id in (${ids(params.studyIds)})
        group by wave_id`,
  );
}
