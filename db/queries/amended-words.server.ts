import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import { queryRows, type Transaction } from '../database.ts';
import { quotes } from '../schema/quote.ts';
import { suggestionContributions } from '../schema/suggestion.ts';
import type { OfContribution } from './contribution.server.ts';

type Placed = { id: string; start: number; end: number };

const quotesOf = ({ organisationId, contributionId }: OfContribution) =>
  and(eq(quotes.organisationId, organisationId), eq(quotes.contributionId, contributionId));

export async function listQuotesOf(tx: Transaction, params: OfContribution): Promise<Placed[]> {
  return tx
    .select({ id: quotes.id, start: quotes.start, end: quotes.end })
    .from(quotes)
    .where(quotesOf(params))
    .orderBy(asc(quotes.start), asc(quotes.end));
}

/** Where the same words stand now; first beyond any text, as two of them may not share a place on the way. */
export async function moveQuotes(
  tx: Transaction,
  params: OfContribution & { placed: readonly Placed[] },
): Promise<void> {
  const far = 1_000_000;
  await tx
    .update(quotes)
    .set({ start: sql`${quotes.start} + ${far}`, end: sql`${quotes.end} + ${far}` })
    .where(quotesOf(params));
  for (const { id, start, end } of params.placed) {
    await tx
      .update(quotes)
      .set({ start, end })
      .where(and(quotesOf(params), eq(quotes.id, id)));
  }
}

/** Suggestions stay linked to the contribution, without the words. */
export async function dropQuotes(
  tx: Transaction,
  params: OfContribution & { quoteIds: readonly string[] },
): Promise<void> {
  const ids = [...params.quoteIds];
  await tx
    .update(suggestionContributions)
    .set({ quoteId: null })
    .where(
      and(
        eq(suggestionContributions.organisationId, params.organisationId),
        inArray(suggestionContributions.quoteId, ids),
      ),
    );
  await tx.delete(quotes).where(and(quotesOf(params), inArray(quotes.id, ids)));
}

/** Holds the reports of a panel, in one order: two who change several of them do not wait for each other. */
export async function lockReports(
  tx: Transaction,
  { organisationId, panelId }: { organisationId: string; panelId: string },
): Promise<void> {
  await tx.execute(
    sql`select 1 from panel_reports
        where organisation_id = ${organisationId} and panel_id = ${panelId}
        order by number for no key update`,
  );
}

/** What was published on a contribution no longer stands from `on`; what was superseded before keeps its day. */
export async function supersedeReportsOn(
  tx: Transaction,
  { organisationId, panelId, contributionId, on }: OfContribution & { on: string },
): Promise<string[]> {
  await lockReports(tx, { organisationId, panelId });
  const rows = await queryRows<{ id: string }>(
    tx,
    sql`update panel_reports r set superseded_on = coalesce(r.superseded_on, ${on}::date)
        from panel_report_contributions l
        where l.organisation_id = r.organisation_id and l.report_id = r.id
          and r.organisation_id = ${organisationId} and l.contribution_id = ${contributionId}
        returning r.id`,
  );
  return rows.map(({ id }) => id);
}
