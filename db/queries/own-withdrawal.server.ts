import { and, eq, inArray, sql } from 'drizzle-orm';
import { queryRows, type Transaction } from '../database.ts';
import type { ContributionState } from '../schema/contribution.ts';
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
