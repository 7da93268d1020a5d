import { and, count, eq, inArray, isNotNull, sql } from 'drizzle-orm';
import { queryRows, type Transaction } from '../database.ts';
import { panelReports } from '../schema/panel-report.ts';
import { themeFlags, themeReplies } from '../schema/theme-check.ts';
import type { OfCoding } from './coding.server.ts';
import type { OfContribution } from './contribution.server.ts';

/** The coding that reads a contribution; undefined where nobody has begun one. */
export async function findCodingOf(
  tx: Transaction,
  { organisationId, panelId, contributionId }: OfContribution,
): Promise<string | undefined> {
  const [row] = await queryRows<{ id: string }>(
    tx,
    sql`select g.id from codings g
        join contributions c on c.organisation_id = g.organisation_id and c.round_id = g.round_id
        where g.organisation_id = ${organisationId} and g.panel_id = ${panelId}
          and c.id = ${contributionId}`,
  );
  return row?.id;
}

/** What somebody said, wherever it stands: as written, as others read it, translated. */
export async function listWordsOf(
  tx: Transaction,
  { organisationId, contributionId }: OfContribution,
): Promise<{ text: string; language: string }[]> {
  return queryRows(
    tx,
    sql`select c.text, c.language from contributions c
        where c.organisation_id = ${organisationId} and c.id = ${contributionId}
          and c.text is not null
        union all
        select o.text, c.language from contribution_originals o
        join contributions c on c.organisation_id = o.organisation_id and c.id = o.contribution_id
        where o.organisation_id = ${organisationId} and o.contribution_id = ${contributionId}
        union all
        select t.text, t.language from contribution_translations t
        where t.organisation_id = ${organisationId} and t.contribution_id = ${contributionId}`,
  );
}

const unanswered = { answer: null, answeredBy: null, answeredOn: null };

/** Takes answers out until they are written anew. */
export async function holdAnswersOf(
  tx: Transaction,
  {
    flagIds,
    replyIds,
    on,
    ...of
  }: OfCoding & { flagIds: readonly string[]; replyIds: readonly string[]; on: string },
): Promise<void> {
  const set = { ...unanswered, heldOn: on };
  await tx
    .update(themeFlags)
    .set(set)
    .where(
      and(
        eq(themeFlags.organisationId, of.organisationId),
        eq(themeFlags.codingId, of.codingId),
        inArray(themeFlags.id, [...flagIds]),
      ),
    );
  await tx
    .update(themeReplies)
    .set(set)
    .where(
      and(
        eq(themeReplies.organisationId, of.organisationId),
        eq(themeReplies.codingId, of.codingId),
        inArray(themeReplies.id, [...replyIds]),
      ),
    );
}

/** An answer of a published report goes, or comes back in other words. */
export async function changeReportContent(
  tx: Transaction,
  {
    organisationId,
    reportId,
    ...set
  }: { organisationId: string; reportId: string; content: object; contentHash: string },
): Promise<void> {
  await tx
    .update(panelReports)
    .set(set)
    .where(and(eq(panelReports.organisationId, organisationId), eq(panelReports.id, reportId)));
}

/** Codings with answers that wait to be written anew, in panels the actor sees. */
export async function listHeldAnswers(
  tx: Transaction,
  { organisationId }: { organisationId: string },
) {
  const columns = (table: typeof themeFlags | typeof themeReplies) =>
    tx
      .select({ panelId: table.panelId, codingId: table.codingId, n: count() })
      .from(table)
      .where(and(eq(table.organisationId, organisationId), isNotNull(table.heldOn)))
      .groupBy(table.panelId, table.codingId);
  return { flags: await columns(themeFlags), replies: await columns(themeReplies) };
}
