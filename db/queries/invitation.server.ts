import { and, asc, eq, isNull, lt, ne, or, sql } from 'drizzle-orm';
import { chunks } from '../chunks.ts';
import { queryRows, type Transaction } from '../database.ts';
import { invitations, outbox } from '../schema/invitation.ts';
import { sites } from '../schema/organisation.ts';
import type { OfStudy } from './study.server.ts';

type OfWave = OfStudy & { waveId: string };
type Invitation = typeof invitations.$inferSelect;

/** By mail: who answers from the page of a panel has no address, is not reminded and gets no link. */
const ofStudy = ({ organisationId, studyId }: OfStudy) =>
  and(
    eq(invitations.organisationId, organisationId),
    eq(invitations.studyId, studyId),
    isNull(invitations.panelMemberId),
  );

const ofWave = (params: OfWave) => and(ofStudy(params), eq(invitations.waveId, params.waveId));

export type NewInvitation = Pick<
  Invitation,
  | 'organisationId'
  | 'id'
  | 'studyId'
  | 'waveId'
  | 'siteId'
  | 'email'
  | 'language'
  | 'tokenHash'
  | 'invitedOn'
>;

/** Returns how many were new: who was invited to the wave meanwhile is left alone. */
export async function insertInvitations(
  tx: Transaction,
  rows: readonly NewInvitation[],
): Promise<number> {
  let inserted = 0;
  for (const chunk of chunks(rows)) {
    const added = await tx
      .insert(invitations)
      .values(chunk)
      .onConflictDoNothing()
      .returning({ id: invitations.id });
    inserted += added.length;
  }
  return inserted;
}

/** Which of these addresses the wave knows; for the system actor, because sites do not see each other. */
export async function listInvitedEmails(
  tx: Transaction,
  params: OfWave & { emails: readonly string[] },
): Promise<string[]> {
  const rows = await tx
    .select({ email: invitations.email })
    .from(invitations)
    .where(
      and(
        ofWave(params),
        sql`${invitations.email} = any(${sql.param([...params.emails])}::text[])`,
      ),
    );
  return rows.map(({ email }) => email);
}

export async function findInvitationById(
  tx: Transaction,
  params: OfStudy & { invitationId: string },
) {
  const [invitation] = await tx
    .select({
      id: invitations.id,
      waveId: invitations.waveId,
      siteId: invitations.siteId,
      email: invitations.email,
      language: invitations.language,
      consumed: invitations.consumed,
      completed: invitations.completed,
    })
    .from(invitations)
    .where(and(ofStudy(params), eq(invitations.id, params.invitationId)));
  return invitation;
}

/** A new link instead of the old one, unless the person has finished. */
export async function replaceToken(
  tx: Transaction,
  params: OfStudy & { invitationId: string; tokenHash: string },
) {
  const [invitation] = await tx
    .update(invitations)
    .set({
      tokenHash: params.tokenHash,
      consumed: false,
      startHash: null,
      reissued: sql`${invitations.reissued} + 1`,
    })
    .where(
      and(
        ofStudy(params),
        eq(invitations.id, params.invitationId),
        eq(invitations.completed, false),
      ),
    )
    .returning({ id: invitations.id, reissued: invitations.reissued });
  return invitation;
}

type Reminders = OfWave & { maximum: number; today: string };

const remindable = (params: Reminders) =>
  and(
    ofWave(params),
    eq(invitations.completed, false),
    lt(invitations.reminded, params.maximum),
    ne(invitations.invitedOn, params.today),
    or(isNull(invitations.remindedOn), ne(invitations.remindedOn, params.today)),
  );

/** Locks who may be reminded now; another request waits and then finds nobody. */
export async function takeRemindable(tx: Transaction, params: Reminders) {
  return tx
    .select({
      id: invitations.id,
      email: invitations.email,
      language: invitations.language,
      consumed: invitations.consumed,
    })
    .from(invitations)
    .where(remindable(params))
    .for('update');
}

/** Counts the reminder, and where the link was never opened replaces it by the one just mailed. */
export async function markReminded(
  tx: Transaction,
  params: {
    organisationId: string;
    today: string;
    reminded: readonly { id: string; tokenHash: string | null }[];
  },
): Promise<void> {
  const given = JSON.stringify(params.reminded);
  await tx.execute(
    sql`update invitations i
        set reminded = i.reminded + 1, reminded_on = ${params.today}::date,
          token_hash = coalesce(g."tokenHash", i.token_hash)
        from jsonb_to_recordset(${given}::text::jsonb) as g(id uuid, "tokenHash" text)
        where i.organisation_id = ${params.organisationId} and i.id = g.id`,
  );
}

export type InvitationState = 'invited' | 'opened' | 'completed';

const inState = {
  invited: and(eq(invitations.completed, false), eq(invitations.consumed, false)),
  opened: and(eq(invitations.completed, false), eq(invitations.consumed, true)),
  completed: eq(invitations.completed, true),
};

type Filter = OfWave & { siteId: string | null; state: InvitationState | null };

const filtered = (params: Filter) =>
  and(
    ofWave(params),
    ...(params.siteId ? [eq(invitations.siteId, params.siteId)] : []),
    ...(params.state ? [inState[params.state]] : []),
  );

export async function listInvitations(
  tx: Transaction,
  params: Filter & { limit: number; offset: number },
) {
  const newestMail = sql<'waiting' | 'sent' | 'failed' | null>`(
    select ${outbox.state} from ${outbox}
    where ${outbox.organisationId} = ${invitations.organisationId}
      and ${outbox.invitationId} = ${invitations.id}
    order by ${outbox.createdAt} desc limit 1)`;
  return tx
    .select({
      id: invitations.id,
      email: invitations.email,
      siteName: sites.name,
      language: invitations.language,
      consumed: invitations.consumed,
      completed: invitations.completed,
      reissued: invitations.reissued,
      reminded: invitations.reminded,
      mail: newestMail,
    })
    .from(invitations)
    .innerJoin(
      sites,
      and(eq(sites.organisationId, invitations.organisationId), eq(sites.id, invitations.siteId)),
    )
    .where(filtered(params))
    .orderBy(asc(invitations.email))
    .limit(params.limit)
    .offset(params.offset);
}

export type InvitationCounts = {
  all: number;
  invited: number;
  opened: number;
  completed: number;
  reissued: number;
  remindable: number;
};

export async function countInvitations(
  tx: Transaction,
  params: Reminders & { siteId: string | null },
): Promise<InvitationCounts> {
  const [counts] = await queryRows<InvitationCounts>(
    tx,
    sql`select count(*)::int as all,
          count(*) filter (where not completed and not consumed)::int as invited,
          count(*) filter (where not completed and consumed)::int as opened,
          count(*) filter (where completed)::int as completed,
          count(*) filter (where reissued > 0)::int as reissued,
          count(*) filter (where ${remindable(params)})::int as remindable
        from ${invitations}
        where ${filtered({ ...params, state: null })}`,
  );
  return counts ?? { all: 0, invited: 0, opened: 0, completed: 0, reissued: 0, remindable: 0 };
}
