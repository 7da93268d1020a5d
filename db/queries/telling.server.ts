import { and, desc, eq, inArray, isNull, sql } from 'drizzle-orm';
import { chunks } from '../chunks.ts';
import { queryRows, type Transaction } from '../database.ts';
import { panelTellings } from '../schema/suggestion.ts';
import type { OfPanel } from './suggestion.server.ts';

type OfPerson = OfPanel & { memberId: string };

/** Nobody is told the same twice. */
export async function insertTellings(
  tx: Transaction,
  params: OfPanel & { memberIds: readonly string[]; news: string; happenedOn: string },
): Promise<void> {
  const { organisationId, panelId, memberIds, news, happenedOn } = params;
  const rows = memberIds.map((memberId) => ({
    ...{ organisationId, panelId, memberId, news, happenedOn },
  }));
  for (const chunk of chunks(rows)) {
    await tx.insert(panelTellings).values(chunk).onConflictDoNothing();
  }
}

export async function listTellingsOf(tx: Transaction, person: OfPerson) {
  return tx
    .select({
      id: panelTellings.id,
      news: panelTellings.news,
      happenedOn: panelTellings.happenedOn,
      seenOn: panelTellings.seenOn,
    })
    .from(panelTellings)
    .where(
      and(
        eq(panelTellings.organisationId, person.organisationId),
        eq(panelTellings.memberId, person.memberId),
      ),
    )
    .orderBy(desc(panelTellings.happenedOn), desc(panelTellings.id));
}

/** Those that were shown, and no other that came meanwhile. */
export async function markSeen(
  tx: Transaction,
  params: OfPerson & { ids: readonly string[]; on: string },
): Promise<void> {
  if (params.ids.length === 0) return;
  await tx
    .update(panelTellings)
    .set({ seenOn: params.on })
    .where(
      and(
        eq(panelTellings.organisationId, params.organisationId),
        eq(panelTellings.memberId, params.memberId),
        inArray(panelTellings.id, [...params.ids]),
        isNull(panelTellings.seenOn),
      ),
    );
}

export type WaitingPerson = OfPerson & {
  number: number;
  language: string;
  name: string;
  email: string;
  news: number;
};

const untold = sql`t.seen_on is null and t.mailed_on is null`;

/**
 * People who take part and have news that they have neither seen nor been sent, in all organisations
 * the actor sees.
 */
export async function listWaitingPeople(
  tx: Transaction,
  { panelId, hasAddress }: { panelId?: string; hasAddress: boolean },
): Promise<WaitingPerson[]> {
  const there = hasAddress ? sql`<>` : sql`=`;
  return queryRows<WaitingPerson>(
    tx,
    sql`select t.organisation_id as "organisationId", t.panel_id as "panelId",
          t.member_id as "memberId", m.number, m.language, coalesce(k.name, '') as name,
          coalesce(k.email, '') as email, count(*)::int as news
        from panel_tellings t
        join panel_members m on m.organisation_id = t.organisation_id and m.id = t.member_id
        left join panel_contacts k on k.organisation_id = t.organisation_id
          and k.member_id = t.member_id
        where ${untold} and m.state = 'active' and coalesce(k.email, '') ${there} ''
          ${panelId === undefined ? sql`` : sql`and t.panel_id = ${panelId}`}
        group by 1, 2, 3, 4, 5, 6, 7
        order by t.organisation_id, t.panel_id, m.number`,
  );
}

/**
 * Takes a person's unsent news for one mail: held until the end, and none where a mail went out on
 * this day. Whoever asks second finds nothing left.
 */
export async function takeForMail(
  tx: Transaction,
  { organisationId, memberId, on }: OfPerson & { on: string },
): Promise<number> {
  await tx.execute(
    sql`select id from panel_members where organisation_id = ${organisationId}
          and id = ${memberId} for no key update`,
  );
  const rows = await queryRows<{ id: string }>(
    tx,
    sql`update panel_tellings t set mailed_on = ${on}
        where t.organisation_id = ${organisationId} and t.member_id = ${memberId} and ${untold}
          and not exists (select 1 from panel_tellings d
            where d.organisation_id = t.organisation_id and d.member_id = t.member_id
              and d.mailed_on = ${on})
        returning t.id`,
  );
  return rows.length;
}

/** What was in the letter, and no news that came after it was printed. */
export async function markPosted(
  tx: Transaction,
  params: OfPanel & { ids: readonly string[]; on: string },
): Promise<number> {
  if (params.ids.length === 0) return 0;
  const rows = await tx
    .update(panelTellings)
    .set({ mailedOn: params.on })
    .where(
      and(
        eq(panelTellings.organisationId, params.organisationId),
        eq(panelTellings.panelId, params.panelId),
        inArray(panelTellings.id, [...params.ids]),
        isNull(panelTellings.mailedOn),
      ),
    )
    .returning({ id: panelTellings.id });
  return rows.length;
}

/** In messages, and in the people that they went to or were for. */
export type TellingCounts = {
  people: number;
  inTime: number;
  peopleInTime: number;
  due: number;
  peopleLate: number;
  pending: number;
  peoplePending: number;
};

/**
 * Of the news of decisions: how many of those that are due were told within `days` of the decision,
 * and for how many there is time left. Who left before being told is counted nowhere.
 */
export async function countTellings(
  tx: Transaction,
  { organisationId, panelId, days, on }: OfPanel & { days: number; on: string },
): Promise<TellingCounts> {
  const [row] = await queryRows<TellingCounts>(
    tx,
    sql`select count(distinct member_id)::int as people,
          count(*) filter (where is_in_time)::int as "inTime",
          count(distinct member_id) filter (where is_in_time)::int as "peopleInTime",
          count(*) filter (where not is_pending)::int as due,
          count(distinct member_id) filter (where not is_pending and not is_in_time)::int
            as "peopleLate",
          count(*) filter (where is_pending)::int as pending,
          count(distinct member_id) filter (where is_pending)::int as "peoplePending"
        from (select member_id,
            coalesce(told_on <= happened_on + ${days}::int, false) as is_in_time,
            told_on is null and happened_on + ${days}::int >= ${on}::date as is_pending
          from (select t.member_id, t.happened_on, least(t.seen_on, t.mailed_on) as told_on
          from panel_tellings t
          join panel_members m on m.organisation_id = t.organisation_id and m.id = t.member_id
          where t.organisation_id = ${organisationId} and t.panel_id = ${panelId}
            and t.news like 'decision:%'
            and (m.state <> 'left' or t.seen_on is not null or t.mailed_on is not null)) as told) as news`,
  );
  if (!row) throw new Error('a count has one row');
  return row;
}
