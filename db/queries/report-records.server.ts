import { sql } from 'drizzle-orm';
import type { LocalText } from '#surveys/model/languages.ts';
import { queryRows, type Transaction } from '../database.ts';
import type { InfluenceLevel, InformedThing, InvolvementStage } from '../schema/activity.ts';
import type { IntakeMode } from '../schema/contribution.ts';
import type { OfPanel } from './suggestion.server.ts';

export type ActivityRecord = {
  id: string;
  title: LocalText;
  aim: LocalText;
  informs: InformedThing;
  informedName: string;
  stage: InvolvementStage;
  influence: InfluenceLevel;
  outputsOwner: LocalText;
  outOfScope: LocalText;
};

export async function findActivityRecord(
  tx: Transaction,
  params: { organisationId: string; activityId: string },
): Promise<ActivityRecord | undefined> {
  const [row] = await queryRows<ActivityRecord>(
    tx,
    sql`select id, title, aim, informs, informed_name as "informedName", stage, influence,
          outputs_owner as "outputsOwner", out_of_scope as "outOfScope"
        from activities
        where organisation_id = ${params.organisationId} and id = ${params.activityId}`,
  );
  return row;
}

export type SessionTotals = {
  sessions: number;
  minutes: number;
  patients: number;
  carers: number;
  publicMembers: number;
  staff: number;
  access: string[];
  costs: { currency: string; minor: number }[];
};

export async function readSessionTotals(
  tx: Transaction,
  { organisationId, activityId }: { organisationId: string; activityId: string },
): Promise<SessionTotals> {
  const own = sql`organisation_id = ${organisationId} and activity_id = ${activityId}`;
  const [row] = await queryRows<Omit<SessionTotals, 'access' | 'costs'>>(
    tx,
    sql`select count(*)::int as sessions, coalesce(sum(duration_minutes), 0)::int as minutes,
          coalesce(sum(patients), 0)::int as patients, coalesce(sum(carers), 0)::int as carers,
          coalesce(sum(public_members), 0)::int as "publicMembers",
          coalesce(sum(staff), 0)::int as staff
        from activity_sessions where ${own}`,
  );
  const access = await queryRows<{ access: string }>(
    tx,
    sql`select distinct access_provided as access from activity_sessions
        where ${own} and access_provided <> '' order by 1`,
  );
  const costs = await queryRows<{ currency: string; minor: number }>(
    tx,
    sql`select currency, sum(cost_minor)::int as minor from activity_sessions
        where ${own} and cost_minor > 0 group by currency order by currency`,
  );
  const none = { sessions: 0, minutes: 0, patients: 0, carers: 0, publicMembers: 0, staff: 0 };
  return { ...none, ...row, access: access.map((each) => each.access), costs };
}

export type PeopleCounts = {
  /** Who takes part or has taken part. */
  joined: number;
  left: number;
  contributed: number;
  withdrawn: { contributions: number; people: number };
  modes: { mode: IntakeMode; people: number }[];
  channels: { name: string; people: number }[];
};

export async function countPeopleOf(
  tx: Transaction,
  { organisationId, panelId }: OfPanel,
): Promise<PeopleCounts> {
  const own = sql`organisation_id = ${organisationId} and panel_id = ${panelId}`;
  const [members] = await queryRows<{ joined: number; left: number }>(
    tx,
    sql`select count(*)::int as joined, count(*) filter (where state = 'left')::int as "left"
        from panel_members where ${own} and state in ('active', 'left')`,
  );
  const [words] = await queryRows<{ contributed: number; taken: number; takers: number }>(
    tx,
    sql`select count(distinct member_id) filter (where state = 'accepted')::int as contributed,
          count(member_id) filter (where state = 'withdrawn')::int as taken,
          count(distinct member_id) filter (where state = 'withdrawn')::int as takers
        from contributions where ${own}`,
  );
  const modes = await queryRows<{ mode: IntakeMode; people: number }>(
    tx,
    sql`select mode, count(distinct member_id)::int as people from contributions
        where ${own} and state = 'accepted' and member_id is not null
        group by mode order by mode`,
  );
  const channels = await queryRows<{ name: string; people: number }>(
    tx,
    sql`select h.name, count(*)::int as people from panel_members m
        join panel_channels h on h.organisation_id = m.organisation_id and h.id = m.channel_id
        where m.organisation_id = ${organisationId} and m.panel_id = ${panelId}
          and m.state in ('active', 'left')
        group by h.id, h.name order by h.name`,
  );
  return {
    joined: members?.joined ?? 0,
    left: members?.left ?? 0,
    contributed: words?.contributed ?? 0,
    withdrawn: { contributions: words?.taken ?? 0, people: words?.takers ?? 0 },
    modes,
    channels,
  };
}

export async function listTargetsOf(tx: Transaction, { organisationId, panelId }: OfPanel) {
  return queryRows<{ question: LocalText; source: string | null }>(
    tx,
    sql`select question, source from panel_strata
        where organisation_id = ${organisationId} and panel_id = ${panelId} order by position`,
  );
}

export type PaidTotal = {
  kind: 'payment' | 'expenses';
  currency: string;
  minor: number;
  people: number;
};

export async function sumPaid(
  tx: Transaction,
  { organisationId, panelId }: OfPanel,
): Promise<PaidTotal[]> {
  return queryRows<PaidTotal>(
    tx,
    sql`select kind, currency, sum(amount_minor)::int as minor,
          count(distinct member_id)::int as people
        from panel_payments
        where organisation_id = ${organisationId} and panel_id = ${panelId} and state = 'paid'
        group by kind, currency order by kind, currency`,
  );
}

export type RoundRatings = { roundId: string; number: number; title: LocalText; codes: number[][] };

/** Rounds that were rated, each with the codes of everybody who rated it; for the system alone. */
export async function listRatings(
  tx: Transaction,
  { organisationId, panelId }: OfPanel,
): Promise<RoundRatings[]> {
  return queryRows<RoundRatings>(
    tx,
    sql`select r.id as "roundId", r.number, r.title,
          json_agg(to_json(a.codes) order by a.codes) as codes
        from panel_rounds r
        join panel_ratings a on a.organisation_id = r.organisation_id and a.round_id = r.id
        where r.organisation_id = ${organisationId} and r.panel_id = ${panelId}
          and r.state = 'closed'
        group by r.id, r.number, r.title order by r.number`,
  );
}

export async function listRoundStates(tx: Transaction, { organisationId, panelId }: OfPanel) {
  return queryRows<{ state: 'open' | 'closed'; title: LocalText; outcome: LocalText }>(
    tx,
    sql`select state, title, outcome from panel_rounds
        where organisation_id = ${organisationId} and panel_id = ${panelId} and state <> 'draft'
          and source = 'panel'
        order by number`,
  );
}
