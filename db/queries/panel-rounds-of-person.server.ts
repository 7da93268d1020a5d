import { and, asc, desc, eq, isNotNull, isNull, ne, sql } from 'drizzle-orm';
import { queryRows, type Transaction } from '../database.ts';
import { contributionDrafts, contributions } from '../schema/contribution.ts';
import { panelAskings } from '../schema/panel-member.ts';
import {
  panelPrompts,
  panelRatingMarks,
  panelRounds,
  type RoundState,
} from '../schema/panel-round.ts';
import { panelStatements, panelVotes } from '../schema/panel-statement.ts';
import { panelTellings } from '../schema/suggestion.ts';
import type { OfPerson } from './panel-person.server.ts';

type OfRound = OfPerson & { roundId: string };

/** Rounds that were opened, newest first, with how much of each this person has done. */
export async function listRoundsOf(tx: Transaction, person: OfPerson) {
  const { memberId } = person;
  const count = (part: ReturnType<typeof sql>) => sql<number>`(select count(*)::int ${part})`;
  return tx
    .select({
      id: panelRounds.id,
      number: panelRounds.number,
      title: panelRounds.title,
      state: panelRounds.state,
      minutes: panelRounds.minutes,
      closesOn: panelRounds.closesOn,
      closedOn: panelRounds.closedOn,
      prompts:
        count(sql`from panel_prompts p where p.organisation_id = ${panelRounds.organisationId}
        and p.round_id = ${panelRounds.id}`),
      sent: count(sql`from contributions c where c.organisation_id = ${panelRounds.organisationId}
        and c.round_id = ${panelRounds.id} and c.member_id = ${memberId}`),
      statements: count(sql`from panel_statements s
        where s.organisation_id = ${panelRounds.organisationId} and s.round_id = ${panelRounds.id}`),
      votes: count(sql`from panel_votes v join panel_statements s
        on s.organisation_id = v.organisation_id and s.id = v.statement_id
        where v.organisation_id = ${panelRounds.organisationId} and s.round_id = ${panelRounds.id}
          and v.member_id = ${memberId}`),
      /** Null: none is asked. Whether answers have arrived is known some time after they were sent. */
      questionnaire: sql<'open' | 'begun' | 'arrived' | null>`case
        when ${panelRounds.waveId} is null then null
        else coalesce((select case when i.completed then 'arrived' else 'begun' end
          from invitations i where i.organisation_id = ${panelRounds.organisationId}
            and i.wave_id = ${panelRounds.waveId} and i.panel_member_id = ${memberId}), 'open') end`,
    })
    .from(panelRounds)
    .where(
      and(
        eq(panelRounds.organisationId, person.organisationId),
        eq(panelRounds.panelId, person.panelId),
        ne(panelRounds.state, 'draft'),
      ),
    )
    .orderBy(desc(panelRounds.number));
}

export async function findRoundOf(tx: Transaction, { organisationId, panelId, roundId }: OfRound) {
  const [round] = await tx
    .select()
    .from(panelRounds)
    .where(
      and(
        eq(panelRounds.organisationId, organisationId),
        eq(panelRounds.panelId, panelId),
        eq(panelRounds.id, roundId),
        ne(panelRounds.state, 'draft'),
      ),
    );
  return round;
}

/** For the system: whoever closes the round waits until what is written in it stands. */
export async function shareRound(tx: Transaction, { organisationId, panelId, roundId }: OfRound) {
  const [round] = await queryRows<{ state: RoundState; closesOn: string | null }>(
    tx,
    sql`select state, closes_on::text as "closesOn" from panel_rounds where organisation_id = ${organisationId}
          and panel_id = ${panelId} and id = ${roundId} for share`,
  );
  return round;
}

/** Prompts of a round with what this person is writing, and whether they have sent it. */
export async function listPromptsOf(
  tx: Transaction,
  { organisationId, memberId, roundId }: OfRound,
) {
  return tx
    .select({
      id: panelPrompts.id,
      position: panelPrompts.position,
      kind: panelPrompts.kind,
      text: panelPrompts.text,
      easyRead: panelPrompts.easyRead,
      about: panelPrompts.about,
      draft: contributionDrafts.text,
      value: contributionDrafts.value,
      contributionId: contributions.id,
    })
    .from(panelPrompts)
    .leftJoin(
      contributionDrafts,
      and(
        eq(contributionDrafts.organisationId, panelPrompts.organisationId),
        eq(contributionDrafts.promptId, panelPrompts.id),
        eq(contributionDrafts.memberId, memberId),
      ),
    )
    .leftJoin(
      contributions,
      and(
        eq(contributions.organisationId, panelPrompts.organisationId),
        eq(contributions.promptId, panelPrompts.id),
        eq(contributions.memberId, memberId),
      ),
    )
    .where(and(eq(panelPrompts.organisationId, organisationId), eq(panelPrompts.roundId, roundId)))
    .orderBy(asc(panelPrompts.position));
}

export async function saveDraft(
  tx: Transaction,
  draft: OfPerson & { promptId: string; text: string; value: number | null; savedOn: string },
): Promise<void> {
  const { text, value, savedOn } = draft;
  await tx
    .insert(contributionDrafts)
    .values(draft)
    .onConflictDoUpdate({
      target: [
        contributionDrafts.organisationId,
        contributionDrafts.memberId,
        contributionDrafts.promptId,
      ],
      set: { text, value, savedOn },
    });
}

/** What somebody has begun to write and not sent: to one prompt, or to all. */
export async function deleteDrafts(
  tx: Transaction,
  { organisationId, memberId, promptId }: Omit<OfPerson, 'panelId'> & { promptId?: string },
): Promise<void> {
  await tx
    .delete(contributionDrafts)
    .where(
      and(
        eq(contributionDrafts.organisationId, organisationId),
        eq(contributionDrafts.memberId, memberId),
        ...(promptId === undefined ? [] : [eq(contributionDrafts.promptId, promptId)]),
      ),
    );
}

/** Statements of a round with this person's vote. */
export async function listStatementsOf(
  tx: Transaction,
  { organisationId, memberId, roundId }: OfRound,
) {
  return tx
    .select({
      id: panelStatements.id,
      position: panelStatements.position,
      text: panelStatements.text,
      easyRead: panelStatements.easyRead,
      isFromPeople: sql<boolean>`${panelStatements.contributionId} is not null`,
      choice: panelVotes.choice,
      passReason: panelVotes.passReason,
    })
    .from(panelStatements)
    .leftJoin(
      panelVotes,
      and(
        eq(panelVotes.organisationId, panelStatements.organisationId),
        eq(panelVotes.statementId, panelStatements.id),
        eq(panelVotes.memberId, memberId),
      ),
    )
    .where(
      and(eq(panelStatements.organisationId, organisationId), eq(panelStatements.roundId, roundId)),
    )
    .orderBy(asc(panelStatements.position));
}

export async function saveVotes(
  tx: Transaction,
  votes: (typeof panelVotes.$inferInsert)[],
): Promise<void> {
  if (votes.length === 0) return;
  await tx
    .insert(panelVotes)
    .values(votes)
    .onConflictDoUpdate({
      target: [panelVotes.organisationId, panelVotes.statementId, panelVotes.memberId],
      set: { choice: sql`excluded.choice`, passReason: sql`excluded.pass_reason` },
    });
}

export async function hasRated(tx: Transaction, { organisationId, memberId, roundId }: OfRound) {
  const [mark] = await tx
    .select({ roundId: panelRatingMarks.roundId })
    .from(panelRatingMarks)
    .where(
      and(
        eq(panelRatingMarks.organisationId, organisationId),
        eq(panelRatingMarks.memberId, memberId),
        eq(panelRatingMarks.roundId, roundId),
      ),
    );
  return mark !== undefined;
}

export async function countUnseenNews(tx: Transaction, { organisationId, memberId }: OfPerson) {
  const [row] = await tx
    .select({ n: sql<number>`count(*)::int` })
    .from(panelTellings)
    .where(
      and(
        eq(panelTellings.organisationId, organisationId),
        eq(panelTellings.memberId, memberId),
        isNull(panelTellings.seenOn),
      ),
    );
  return row?.n ?? 0;
}

/** All that was asked in the round was done: the asking is over. */
export async function markDone(
  tx: Transaction,
  { organisationId, memberId, roundId, day }: OfRound & { day: string },
): Promise<void> {
  await tx
    .update(panelAskings)
    .set({ doneOn: day })
    .where(
      and(
        eq(panelAskings.organisationId, organisationId),
        eq(panelAskings.memberId, memberId),
        eq(panelAskings.roundId, roundId),
        isNull(panelAskings.doneOn),
        isNotNull(panelAskings.roundId),
      ),
    );
}
