import { and, eq, inArray, sql } from 'drizzle-orm';
import { queryRows, type Transaction } from '../database.ts';
import { contributionEvents, type ContributionState } from '../schema/contribution.ts';
import { quotes } from '../schema/quote.ts';
import { suggestionContributions } from '../schema/suggestion.ts';
import { supersedeReportsOn } from './amended-words.server.ts';
import type { OfContribution } from './contribution.server.ts';

type OfPerson = { organisationId: string; memberId: string };

/** Held until the transaction ends; undefined where it is not this person's. */
export async function lockOwnContribution(
  tx: Transaction,
  { organisationId, memberId, contributionId }: OfPerson & { contributionId: string },
) {
  const [row] = await queryRows<{ panelId: string; state: ContributionState }>(
    tx,
    sql`select panel_id as "panelId", state from contributions
        where organisation_id = ${organisationId} and member_id = ${memberId}
          and id = ${contributionId}
        for update`,
  );
  return row;
}

/** Who wrote it, whatever became of it since. */
export async function findAuthor(
  tx: Transaction,
  { organisationId, panelId, contributionId }: OfContribution,
) {
  const [row] = await queryRows<{ memberId: string; number: number; sentOn: string }>(
    tx,
    sql`select c.member_id as "memberId", m.number, c.sent_on::text as "sentOn"
        from contributions c
        join panel_members m on m.organisation_id = c.organisation_id and m.id = c.member_id
        where c.organisation_id = ${organisationId} and c.panel_id = ${panelId}
          and c.id = ${contributionId}`,
  );
  return row;
}

/** In one order, so that two who withdraw at once do not wait for each other. */
export async function listOwnContributionIds(tx: Transaction, params: OfPerson): Promise<string[]> {
  const rows = await queryRows<{ id: string }>(
    tx,
    sql`select id from contributions
        where organisation_id = ${params.organisationId} and member_id = ${params.memberId}
          and state <> 'withdrawn'
        order by id`,
  );
  return rows.map(({ id }) => id);
}

export type Removed = {
  translations: number;
  quotes: number;
  /** Suggestions that were built on it, reports that were published on it, statements that were asked. */
  suggestionIds: string[];
  reportIds: string[];
  statementIds: string[];
};

/** What its author wrote to an appeal are words of theirs, too: the event stays without them. */
async function eraseAppealWords(
  tx: Transaction,
  params: { organisationId: string; contributionId: string },
): Promise<void> {
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

/** Takes away the words wherever they stand, and every link to them; the system's transaction. */
export async function removeWords(
  tx: Transaction,
  { organisationId, panelId, contributionId, on }: OfContribution & { on: string },
): Promise<Removed> {
  const one = sql`organisation_id = ${organisationId} and panel_id = ${panelId}
    and contribution_id = ${contributionId}`;
  const ids = async (rows: Promise<{ id: string }[]>) => (await rows).map(({ id }) => id);
  const suggestionIds = await ids(
    queryRows(
      tx,
      sql`delete from suggestion_contributions where ${one} returning suggestion_id as id`,
    ),
  );
  const quoteIds = await ids(queryRows(tx, sql`delete from quotes where ${one} returning id`));
  const translationIds = await ids(
    queryRows(tx, sql`delete from contribution_translations where ${one} returning id`),
  );
  await tx.execute(sql`delete from contribution_originals where ${one}`);
  await tx.execute(sql`delete from code_assignments where ${one}`);
  await tx.execute(sql`delete from double_readings where ${one}`);
  await tx.execute(sql`delete from theme_flags where ${one}`);
  // Phrases of a machine's draft may be the words of one person.
  await tx.execute(
    sql`delete from theme_drafts d using codings g, contributions c
        where d.organisation_id = ${organisationId} and g.organisation_id = d.organisation_id
          and g.id = d.coding_id and c.organisation_id = g.organisation_id
          and c.round_id = g.round_id and c.id = ${contributionId}`,
  );
  await tx.execute(
    sql`update contributions set state = 'withdrawn', text = null, value = null,
          revision = revision + 1
        where organisation_id = ${organisationId} and id = ${contributionId}`,
  );
  const reportIds = await supersedeReportsOn(tx, { organisationId, panelId, contributionId, on });
  await eraseAppealWords(tx, { organisationId, contributionId });
  await tx.execute(
    sql`delete from panel_statements s using panel_rounds r
        where s.organisation_id = ${organisationId} and s.contribution_id = ${contributionId}
          and r.organisation_id = s.organisation_id and r.id = s.round_id and r.state = 'draft'`,
  );
  const statementIds = await ids(
    queryRows(tx, sql`select id from panel_statements where ${one} order by position`),
  );
  return {
    translations: translationIds.length,
    quotes: quoteIds.length,
    suggestionIds,
    reportIds,
    statementIds,
  };
}

/** What was quoted of a person is quoted no longer; what was built on it stays without the words. */
export async function deleteQuotesOf(tx: Transaction, params: OfPerson): Promise<void> {
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
