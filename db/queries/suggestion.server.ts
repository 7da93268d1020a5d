import { and, asc, eq, sql } from 'drizzle-orm';
import type { LocalText } from '#surveys/model/languages.ts';
import type { Subject } from '#surveys/model/subject.ts';
import { queryRows, type Transaction } from '../database.ts';
import {
  suggestionChanges,
  suggestionContributions,
  suggestionDecisions,
  suggestions,
  type Verdict,
} from '../schema/suggestion.ts';

export type OfPanel = { organisationId: string; panelId: string };
export type OfSuggestion = OfPanel & { suggestionId: string };

export const ofSuggestion = ({ organisationId, panelId, suggestionId }: OfSuggestion) =>
  and(
    eq(suggestions.organisationId, organisationId),
    eq(suggestions.panelId, panelId),
    eq(suggestions.id, suggestionId),
  );

export type ListedSuggestion = {
  id: string;
  number: number;
  text: LocalText;
  raisedOn: string;
  /** Accepted contributions it is built on that nobody has withdrawn. */
  standing: number;
};

/** The one that waits longest first. */
export async function listSuggestions(
  tx: Transaction,
  { organisationId, panelId }: OfPanel,
): Promise<ListedSuggestion[]> {
  return queryRows<ListedSuggestion>(
    tx,
    sql`select s.id, s.number, s.text, s.raised_on::text as "raisedOn",
          (select count(*)::int from suggestion_contributions l
            join contributions c on c.organisation_id = l.organisation_id
              and c.id = l.contribution_id
            where l.organisation_id = s.organisation_id and l.suggestion_id = s.id
              and c.state = 'accepted') as standing
        from suggestions s
        where s.organisation_id = ${organisationId} and s.panel_id = ${panelId}
        order by s.raised_on, s.number`,
  );
}

/** Of all suggestions of the panel, each with its oldest first. */
export async function listDecisions(tx: Transaction, params: OfPanel) {
  return tx
    .select({
      id: suggestionDecisions.id,
      suggestionId: suggestionDecisions.suggestionId,
      number: suggestionDecisions.number,
      verdict: suggestionDecisions.verdict,
      reason: suggestionDecisions.reason,
      decidedBy: suggestionDecisions.decidedBy,
      decidedOn: suggestionDecisions.decidedOn,
    })
    .from(suggestionDecisions)
    .where(
      and(
        eq(suggestionDecisions.organisationId, params.organisationId),
        eq(suggestionDecisions.panelId, params.panelId),
      ),
    )
    .orderBy(asc(suggestionDecisions.number));
}

export async function listChanges(tx: Transaction, params: OfPanel) {
  return tx
    .select({
      id: suggestionChanges.id,
      suggestionId: suggestionChanges.suggestionId,
      number: suggestionChanges.number,
      what: suggestionChanges.what,
      subject: suggestionChanges.subject,
      changedOn: suggestionChanges.changedOn,
    })
    .from(suggestionChanges)
    .where(
      and(
        eq(suggestionChanges.organisationId, params.organisationId),
        eq(suggestionChanges.panelId, params.panelId),
      ),
    )
    .orderBy(asc(suggestionChanges.number));
}

/** The next number; the panel is held by the caller. */
export async function insertSuggestion(
  tx: Transaction,
  params: OfSuggestion & { text: LocalText; raisedOn: string },
): Promise<number> {
  const { organisationId, panelId, suggestionId, text, raisedOn } = params;
  const [row] = await queryRows<{ next: number }>(
    tx,
    sql`select (coalesce(max(number), 0) + 1)::int as next from suggestions
        where organisation_id = ${organisationId} and panel_id = ${panelId}`,
  );
  const number = row?.next ?? 1;
  await tx
    .insert(suggestions)
    .values({ organisationId, panelId, id: suggestionId, number, text, raisedOn });
  return number;
}

export async function linkContributions(
  tx: Transaction,
  params: OfSuggestion & { links: readonly { contributionId: string; quoteId: string | null }[] },
): Promise<void> {
  const { organisationId, panelId, suggestionId, links } = params;
  await tx
    .insert(suggestionContributions)
    .values(links.map((link) => ({ organisationId, panelId, suggestionId, ...link })));
}

/** Of two who have read the same revision, one finds it changed; the row is held until the end. */
export async function bumpSuggestion(tx: Transaction, params: OfSuggestion & { revision: number }) {
  const [row] = await tx
    .update(suggestions)
    .set({ revision: params.revision + 1 })
    .where(and(ofSuggestion(params), eq(suggestions.revision, params.revision)))
    .returning({ number: suggestions.number, raisedOn: suggestions.raisedOn });
  return row;
}

export async function findSuggestionRevision(tx: Transaction, params: OfSuggestion) {
  const [row] = await tx
    .select({ revision: suggestions.revision })
    .from(suggestions)
    .where(ofSuggestion(params));
  return row?.revision;
}

export type DecisionRow = {
  verdict: Verdict;
  reason: LocalText;
  decidedBy: string;
  decidedOn: string;
};

/** The suggestion is held by the caller, so that numbers follow each other. */
export async function insertDecision(
  tx: Transaction,
  params: OfSuggestion & DecisionRow & { number: number; recordedBy: string },
): Promise<string> {
  const [row] = await tx
    .insert(suggestionDecisions)
    .values(params)
    .returning({ id: suggestionDecisions.id });
  if (!row) throw new Error('an inserted decision was not returned');
  return row.id;
}

export type ChangeRow = { what: LocalText; subject: Subject; changedOn: string };

export async function insertChange(
  tx: Transaction,
  params: OfSuggestion & ChangeRow & { number: number; recordedBy: string },
): Promise<string> {
  const [row] = await tx
    .insert(suggestionChanges)
    .values(params)
    .returning({ id: suggestionChanges.id });
  if (!row) throw new Error('an inserted change was not returned');
  return row.id;
}

/** How many decisions or changes there are; a suggestion's rows are never taken away. */
export async function countOf(
  tx: Transaction,
  { organisationId, suggestionId }: OfSuggestion,
): Promise<{ decisions: number; changes: number }> {
  const [row] = await queryRows<{ decisions: number; changes: number }>(
    tx,
    sql`select
      (select count(*)::int from suggestion_decisions
        where organisation_id = ${organisationId} and suggestion_id = ${suggestionId}) as decisions,
      (select count(*)::int from suggestion_changes
        where organisation_id = ${organisationId} and suggestion_id = ${suggestionId}) as changes`,
  );
  return row ?? { decisions: 0, changes: 0 };
}
