import { and, eq, inArray, isNull, ne, sql } from 'drizzle-orm';
import { queryRows, type Transaction } from '../database.ts';
import { contributionTranslations } from '../schema/contribution-translation.ts';
import {
  contributionEvents,
  contributionOriginals,
  contributions,
  type ContributionState,
} from '../schema/contribution.ts';
import { panelReportContributions, panelReports } from '../schema/panel-report.ts';
import { panelRounds } from '../schema/panel-round.ts';
import { panelStatements } from '../schema/panel-statement.ts';
import { quotes } from '../schema/quote.ts';
import { suggestionContributions } from '../schema/suggestion.ts';

type OfContribution = { organisationId: string; contributionId: string };
type OfMember = { organisationId: string; memberId: string };

/** Holds somebody's contribution until the transaction ends. */
export async function lockContribution(tx: Transaction, params: OfContribution & OfMember) {
  const [row] = await queryRows<{ panelId: string; state: ContributionState; revision: number }>(
    tx,
    sql`select panel_id as "panelId", state, revision from contributions
        where organisation_id = ${params.organisationId} and id = ${params.contributionId}
          and member_id = ${params.memberId}
        for update`,
  );
  return row;
}

export async function listContributionIds(tx: Transaction, params: OfMember) {
  const rows = await tx
    .select({ id: contributions.id })
    .from(contributions)
    .where(
      and(
        eq(contributions.organisationId, params.organisationId),
        eq(contributions.memberId, params.memberId),
        ne(contributions.state, 'withdrawn'),
      ),
    )
    .orderBy(contributions.id); // one order, so that two who withdraw do not wait for each other
  return rows.map(({ id }) => id);
}

/** The words in every table that holds them; a row without words stays. */
export async function eraseWords(tx: Transaction, params: OfContribution): Promise<void> {
  const { organisationId, contributionId } = params;
  for (const table of [
    contributionOriginals,
    contributionTranslations,
    suggestionContributions,
    quotes,
  ]) {
    await tx
      .delete(table)
      .where(
        and(eq(table.organisationId, organisationId), eq(table.contributionId, contributionId)),
      );
  }
  await tx
    .update(contributions)
    .set({
      state: 'withdrawn',
      text: null,
      value: null,
      revision: sql`${contributions.revision} + 1`,
    })
    .where(
      and(eq(contributions.organisationId, organisationId), eq(contributions.id, contributionId)),
    );
}

/** Statements made from it that nobody has been asked yet. */
export async function deleteUnaskedStatements(tx: Transaction, params: OfContribution) {
  const drafts = tx
    .select({ id: panelRounds.id })
    .from(panelRounds)
    .where(
      and(eq(panelRounds.organisationId, params.organisationId), eq(panelRounds.state, 'draft')),
    );
  await tx
    .delete(panelStatements)
    .where(
      and(
        eq(panelStatements.organisationId, params.organisationId),
        eq(panelStatements.contributionId, params.contributionId),
        inArray(panelStatements.roundId, drafts),
      ),
    );
}

/** What its author wrote to an appeal are words of theirs, too: the event stays without them. */
export async function eraseAppealWords(tx: Transaction, params: OfContribution): Promise<void> {
  const appeals = await tx
    .delete(contributionEvents)
    .where(
      and(
        eq(contributionEvents.organisationId, params.organisationId),
        eq(contributionEvents.contributionId, params.contributionId),
        eq(contributionEvents.kind, 'appealed'),
      ),
    )
    .returning();
  if (appeals.length === 0) return;
  await tx.insert(contributionEvents).values(appeals.map((appeal) => ({ ...appeal, note: '' })));
}

export async function supersedeReports(
  tx: Transaction,
  params: OfContribution & { day: string },
): Promise<void> {
  const built = tx
    .select({ id: panelReportContributions.reportId })
    .from(panelReportContributions)
    .where(
      and(
        eq(panelReportContributions.organisationId, params.organisationId),
        eq(panelReportContributions.contributionId, params.contributionId),
      ),
    );
  await tx
    .update(panelReports)
    .set({ supersededOn: params.day })
    .where(
      and(
        eq(panelReports.organisationId, params.organisationId),
        inArray(panelReports.id, built),
        isNull(panelReports.supersededOn),
      ),
    );
}

/** What was quoted of a person is quoted no longer; what was built on it stays without the words. */
export async function deleteQuotesOf(tx: Transaction, params: OfMember): Promise<void> {
  const own = and(
    eq(quotes.organisationId, params.organisationId),
    eq(quotes.memberId, params.memberId),
  );
  const ids = tx.select({ id: quotes.id }).from(quotes).where(own);
  await tx
    .update(suggestionContributions)
    .set({ quoteId: null })
    .where(
      and(
        eq(suggestionContributions.organisationId, params.organisationId),
        inArray(suggestionContributions.quoteId, ids),
      ),
    );
  await tx.delete(quotes).where(own);
}
