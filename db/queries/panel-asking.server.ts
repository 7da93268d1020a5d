import { and, asc, eq, gte, lt, sql } from 'drizzle-orm';
import { chunks } from '../chunks.ts';
import { queryRows, type Transaction } from '../database.ts';
import {
  needsToldByHand,
  panelAskings,
  panelContacts,
  panelMembers,
  panelNeeds,
} from '../schema/panel-member.ts';

type OfPanel = { organisationId: string; panelId: string };
type OfRound = OfPanel & { roundId: string };

/**
 * Everybody who takes part now, by number: the minutes asked of them from `from` until before `until`,
 * whether they were asked in this round, and their address where they gave one.
 */
export async function listAskable(
  tx: Transaction,
  params: OfRound & { from: string; until: string },
) {
  const minutes = tx
    .select({
      memberId: panelAskings.memberId,
      minutes: sql<number>`sum(${panelAskings.minutes})::int`.as('minutes'),
    })
    .from(panelAskings)
    .where(
      and(
        eq(panelAskings.organisationId, params.organisationId),
        eq(panelAskings.panelId, params.panelId),
        gte(panelAskings.askedOn, params.from),
        lt(panelAskings.askedOn, params.until),
      ),
    )
    .groupBy(panelAskings.memberId)
    .as('asked');
  return tx
    .select({
      memberId: panelMembers.id,
      number: panelMembers.number,
      language: panelMembers.language,
      email: sql<string>`coalesce(${panelContacts.email}, '')`,
      minutes: sql<number>`coalesce(${minutes.minutes}, 0)`,
      /** Whoever needs the phone, paper or large print is told by a person, not by mail. */
      isToldByHand: sql<boolean>`exists (select 1 from ${panelNeeds} n
        where n.organisation_id = ${panelMembers.organisationId}
          and n.member_id = ${panelMembers.id} and n.needs && ${sql.param([...needsToldByHand])}::text[])`,
      isAsked: sql<boolean>`exists (select 1 from ${panelAskings} a
        where a.organisation_id = ${panelMembers.organisationId}
          and a.member_id = ${panelMembers.id} and a.round_id = ${params.roundId})`,
    })
    .from(panelMembers)
    .leftJoin(
      panelContacts,
      and(
        eq(panelContacts.organisationId, panelMembers.organisationId),
        eq(panelContacts.memberId, panelMembers.id),
      ),
    )
    .leftJoin(minutes, eq(minutes.memberId, panelMembers.id))
    .where(
      and(
        eq(panelMembers.organisationId, params.organisationId),
        eq(panelMembers.panelId, params.panelId),
        eq(panelMembers.state, 'active'),
      ),
    )
    .orderBy(asc(panelMembers.number));
}

/** Who was asked in this round before stays asked once: the database decides. */
export async function insertAskings(
  tx: Transaction,
  rows: readonly (OfRound & { memberId: string; minutes: number; askedOn: string })[],
): Promise<string[]> {
  const asked: string[] = [];
  for (const chunk of chunks(rows)) {
    const added = await tx
      .insert(panelAskings)
      .values(chunk)
      .onConflictDoNothing()
      .returning({ memberId: panelAskings.memberId });
    asked.push(...added.map(({ memberId }) => memberId));
  }
  return asked;
}

/** How many were asked in a round, how many have finished it, and whether words or votes were asked. */
export async function countAskings(tx: Transaction, params: OfRound) {
  const [counts] = await tx
    .select({
      asked: sql<number>`count(*)::int`,
      done: sql<number>`count(${panelAskings.doneOn})::int`,
      asksWords: sql<boolean>`exists (select 1 from panel_prompts p
          where p.organisation_id = ${params.organisationId} and p.round_id = ${params.roundId})
        or exists (select 1 from panel_statements s
          where s.organisation_id = ${params.organisationId} and s.round_id = ${params.roundId})`,
    })
    .from(panelAskings)
    .where(
      and(
        eq(panelAskings.organisationId, params.organisationId),
        eq(panelAskings.panelId, params.panelId),
        eq(panelAskings.roundId, params.roundId),
      ),
    );
  if (!counts) throw new Error('a count has one row');
  return counts;
}

/** Whoever was asked in the round or said something in it: they are told of its outcome. */
export async function listPeopleOfRound(tx: Transaction, params: OfRound): Promise<string[]> {
  const rows = await queryRows<{ memberId: string }>(
    tx,
    sql`select member_id as "memberId" from panel_askings
        where organisation_id = ${params.organisationId} and panel_id = ${params.panelId}
          and round_id = ${params.roundId}
        union
        select member_id from contributions
        where organisation_id = ${params.organisationId} and panel_id = ${params.panelId}
          and round_id = ${params.roundId}`,
  );
  return rows.map(({ memberId }) => memberId);
}
