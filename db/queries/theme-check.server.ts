import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import { randomUUID } from 'node:crypto';
import { queryRows, type Transaction } from '../database.ts';
import { quoteConsent } from './quote-consent.ts';
import { panelMembers } from '../schema/panel-member.ts';
import { themeFlags, themeReplies, type ReplyVerdict } from '../schema/theme-check.ts';
import type { OfCoding } from './coding.server.ts';

/** By day. */
export async function listFlags(tx: Transaction, { organisationId, panelId, codingId }: OfCoding) {
  return tx
    .select({
      id: themeFlags.id,
      contributionId: themeFlags.contributionId,
      by: themeFlags.by,
      isByPerson: themeFlags.memberId,
      reason: themeFlags.reason,
      raisedOn: themeFlags.raisedOn,
      answer: themeFlags.answer,
      answeredBy: themeFlags.answeredBy,
      answeredOn: themeFlags.answeredOn,
      heldOn: themeFlags.heldOn,
    })
    .from(themeFlags)
    .where(
      and(
        eq(themeFlags.organisationId, organisationId),
        eq(themeFlags.panelId, panelId),
        eq(themeFlags.codingId, codingId),
      ),
    )
    .orderBy(asc(themeFlags.raisedOn), asc(themeFlags.id));
}

/** The same reason twice is one flag; whoever raises it is held, so that two at once follow each other. */
export async function insertFlag(
  tx: Transaction,
  flag: OfCoding & {
    contributionId: string;
    by?: string;
    memberId?: string;
    reason: string;
    raisedOn: string;
  },
): Promise<void> {
  const { organisationId, codingId, contributionId, by, memberId, reason } = flag;
  const same = and(
    eq(themeFlags.organisationId, organisationId),
    eq(themeFlags.codingId, codingId),
    eq(themeFlags.contributionId, contributionId),
    eq(themeFlags.reason, reason),
    memberId === undefined ? eq(themeFlags.by, by ?? '') : eq(themeFlags.memberId, memberId),
  );
  if ((await tx.$count(themeFlags, same)) === 0) await tx.insert(themeFlags).values(flag);
}

/** False where it has an answer already. */
export async function answerFlag(
  tx: Transaction,
  {
    flagId,
    answer,
    by,
    on,
    ...params
  }: OfCoding & { flagId: string; answer: string; by: string; on: string },
): Promise<boolean> {
  const rows = await tx
    .update(themeFlags)
    .set({ answer, answeredBy: by, answeredOn: on, heldOn: null })
    .where(
      and(
        eq(themeFlags.organisationId, params.organisationId),
        eq(themeFlags.codingId, params.codingId),
        eq(themeFlags.id, flagId),
        isNull(themeFlags.answeredOn),
      ),
    )
    .returning({ id: themeFlags.id });
  return rows.length > 0;
}

/** By person. */
export async function listReplies(
  tx: Transaction,
  { organisationId, panelId, codingId }: OfCoding,
) {
  return tx
    .select({
      id: themeReplies.id,
      memberId: themeReplies.memberId,
      memberNumber: panelMembers.number,
      verdict: themeReplies.verdict,
      words: themeReplies.words,
      language: themeReplies.language,
      repliedOn: themeReplies.repliedOn,
      printed: themeReplies.printed,
      answer: themeReplies.answer,
      answeredOn: themeReplies.answeredOn,
      heldOn: themeReplies.heldOn,
    })
    .from(themeReplies)
    .innerJoin(
      panelMembers,
      and(
        eq(panelMembers.organisationId, themeReplies.organisationId),
        eq(panelMembers.id, themeReplies.memberId),
      ),
    )
    .where(
      and(
        eq(themeReplies.organisationId, organisationId),
        eq(themeReplies.panelId, panelId),
        eq(themeReplies.codingId, codingId),
      ),
    )
    .orderBy(asc(panelMembers.number));
}

export type Reply = Awaited<ReturnType<typeof listReplies>>[number];

/**
 * Words of replies that a report may still print, by id: as long as who wrote them is among those who spoke
 * and agrees to be quoted.
 */
export async function listPrintedReplies(
  tx: Transaction,
  { organisationId, panelId, codingId }: OfCoding,
): Promise<{ id: string; words: string }[]> {
  return queryRows<{ id: string; words: string }>(
    tx,
    sql`select r.id, r.printed as words from theme_replies r
        join codings g on g.organisation_id = r.organisation_id and g.id = r.coding_id
        where r.organisation_id = ${organisationId} and r.panel_id = ${panelId}
          and r.coding_id = ${codingId} and r.printed is not null
          and exists (select 1 from contributions c
            join panel_prompts p on p.organisation_id = c.organisation_id and p.id = c.prompt_id
              and p.kind = 'free-text'
            where c.organisation_id = r.organisation_id and c.round_id = g.round_id
              and c.member_id = r.member_id and c.state = 'accepted' and ${quoteConsent} is not null)
        order by r.id`,
  );
}

export type OfReply = OfCoding & { memberId: string };

const oneReply = ({ organisationId, codingId, memberId }: OfReply) =>
  and(
    eq(themeReplies.organisationId, organisationId),
    eq(themeReplies.codingId, codingId),
    eq(themeReplies.memberId, memberId),
  );

export async function findReply(tx: Transaction, params: OfReply) {
  const [row] = await tx
    .select({
      verdict: themeReplies.verdict,
      words: themeReplies.words,
      answer: themeReplies.answer,
      heldOn: themeReplies.heldOn,
    })
    .from(themeReplies)
    .where(oneReply(params));
  return row;
}

/** A later reply takes the place of the one before, whose answer no longer fits. */
export async function saveReply(
  tx: Transaction,
  reply: OfReply & { verdict: ReplyVerdict; words: string; language: string; repliedOn: string },
): Promise<void> {
  const { verdict, words, language, repliedOn } = reply;
  const unanswered = {
    printed: null,
    answer: null,
    answeredBy: null,
    answeredOn: null,
    heldOn: null,
  };
  await tx
    .insert(themeReplies)
    .values(reply)
    .onConflictDoUpdate({
      target: [themeReplies.organisationId, themeReplies.codingId, themeReplies.memberId],
      set: { id: randomUUID(), verdict, words, language, repliedOn, ...unanswered },
    });
}

/** False where the person has said something else meanwhile, if only another verdict. */
export async function answerReply(
  tx: Transaction,
  {
    replyId,
    printed,
    answer,
    by,
    on,
    ...params
  }: OfReply & { replyId: string; printed: string | null; answer: string; by: string; on: string },
): Promise<boolean> {
  const rows = await tx
    .update(themeReplies)
    .set({ printed, answer, answeredBy: by, answeredOn: on, heldOn: null })
    .where(and(oneReply(params), eq(themeReplies.id, replyId)))
    .returning({ id: themeReplies.memberId });
  return rows.length > 0;
}

/** The verdicts of somebody who leaves stay; their words go. */
export async function blankReplies(
  tx: Transaction,
  { organisationId, memberId }: { organisationId: string; memberId: string },
): Promise<void> {
  await tx
    .update(themeReplies)
    .set({ words: '', printed: null })
    .where(
      and(eq(themeReplies.organisationId, organisationId), eq(themeReplies.memberId, memberId)),
    );
}
