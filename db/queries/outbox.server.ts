import { and, asc, desc, eq, isNull, lt, or, sql } from 'drizzle-orm';
import { chunks } from '../chunks.ts';
import { queryRows, type Transaction } from '../database.ts';
import { outbox, type mailStates } from '../schema/invitation.ts';

export type Mail = {
  organisationId: string;
  recipient: string;
  subject: string;
  body: string;
  language: string;
  invitationId?: string;
};

type OfMail = { organisationId: string; mailId: string };

const ofMail = ({ organisationId, mailId }: OfMail) =>
  and(eq(outbox.organisationId, organisationId), eq(outbox.id, mailId));

/** Waits there for the job that sends it, or for an administrator who passes it on. */
export async function addMail(tx: Transaction, mail: Mail): Promise<void> {
  await tx.insert(outbox).values(mail);
}

export async function addMails(tx: Transaction, mails: readonly Mail[]): Promise<void> {
  for (const chunk of chunks(mails)) await tx.insert(outbox).values(chunk);
}

/** Takes away what waits with a link that a new one has replaced. */
export async function deleteWaitingMails(
  tx: Transaction,
  params: { organisationId: string; invitationIds: readonly string[] },
): Promise<void> {
  await tx
    .delete(outbox)
    .where(
      and(
        eq(outbox.organisationId, params.organisationId),
        sql`${outbox.invitationId} = any(${sql.param([...params.invitationIds])}::uuid[])`,
        sql`${outbox.state} <> 'sent'`,
      ),
    );
}

type Taken = {
  organisationId: string;
  id: string;
  recipient: string;
  subject: string;
  body: string;
  attempts: number;
};

/** The next mail nobody else is sending; for the system actor. */
export async function takeWaitingMail(
  tx: Transaction,
  params: { silentSince: Date },
): Promise<Taken | undefined> {
  const [mail] = await queryRows<Taken>(
    tx,
    sql`update outbox set taken_at = now(), attempts = attempts + 1
        where (organisation_id, id) = (
          select organisation_id, id from outbox
          where state = 'waiting'
            and (taken_at is null or taken_at < ${params.silentSince.toISOString()}::timestamptz)
          order by created_at limit 1 for update skip locked)
        returning organisation_id as "organisationId", id, recipient, subject, body, attempts`,
  );
  return mail;
}

/** What was sent is not kept: its link opens a survey in the recipient's name. */
export async function markSent(tx: Transaction, params: OfMail): Promise<void> {
  await tx
    .update(outbox)
    .set({ state: 'sent', body: '', takenAt: null })
    .where(and(ofMail(params), eq(outbox.state, 'waiting')));
}

export async function markFailed(tx: Transaction, params: OfMail): Promise<void> {
  await tx
    .update(outbox)
    .set({ state: 'failed', takenAt: null })
    .where(and(ofMail(params), eq(outbox.state, 'waiting')));
}

export async function setWaitingAgain(tx: Transaction, params: OfMail) {
  const [mail] = await tx
    .update(outbox)
    .set({ state: 'waiting', attempts: 0, takenAt: null })
    .where(and(ofMail(params), eq(outbox.state, 'failed')))
    .returning({ id: outbox.id });
  return mail;
}

export async function listMails(
  tx: Transaction,
  params: {
    organisationId: string;
    state: (typeof mailStates)[number] | null;
    limit: number;
    offset: number;
  },
) {
  return tx
    .select({
      id: outbox.id,
      recipient: outbox.recipient,
      subject: outbox.subject,
      language: outbox.language,
      state: outbox.state,
      createdAt: outbox.createdAt,
    })
    .from(outbox)
    .where(
      and(
        eq(outbox.organisationId, params.organisationId),
        ...(params.state ? [eq(outbox.state, params.state)] : []),
      ),
    )
    .orderBy(desc(outbox.createdAt), asc(outbox.recipient))
    .limit(params.limit)
    .offset(params.offset);
}

export async function countMails(tx: Transaction, params: { organisationId: string }) {
  return tx
    .select({ state: outbox.state, n: sql<number>`count(*)::int` })
    .from(outbox)
    .where(eq(outbox.organisationId, params.organisationId))
    .groupBy(outbox.state);
}

export async function findMail(tx: Transaction, params: OfMail) {
  const [mail] = await tx
    .select({
      id: outbox.id,
      recipient: outbox.recipient,
      subject: outbox.subject,
      body: outbox.body,
      language: outbox.language,
      state: outbox.state,
      createdAt: outbox.createdAt,
    })
    .from(outbox)
    .where(ofMail(params));
  return mail;
}

/** Not one that is being sent right now. */
export async function deleteMail(tx: Transaction, params: OfMail & { silentSince: Date }) {
  const [mail] = await tx
    .delete(outbox)
    .where(and(ofMail(params), or(isNull(outbox.takenAt), lt(outbox.takenAt, params.silentSince))))
    .returning({ id: outbox.id });
  return mail;
}
