import { and, asc, desc, eq, inArray } from 'drizzle-orm';
import type { Transaction } from '../database.ts';
import {
  contributionEvents,
  contributionOriginals,
  contributions,
} from '../schema/contribution.ts';
import { panelPrompts, panelRounds } from '../schema/panel-round.ts';
import { quotes } from '../schema/quote.ts';
import { suggestionContributions, suggestionDecisions, suggestions } from '../schema/suggestion.ts';
import type { OfPerson } from './panel-person.server.ts';

/** For the person, whose rows alone the database shows. */
export async function listOwnContributions(tx: Transaction, person: OfPerson) {
  return tx
    .select({
      id: contributions.id,
      round: panelRounds.title,
      prompt: panelPrompts.text,
      language: contributions.language,
      mode: contributions.mode,
      scribe: contributions.scribe,
      readBackOn: contributions.readBackOn,
      state: contributions.state,
      text: contributions.text,
      value: contributions.value,
      original: contributionOriginals.text,
      sentOn: contributions.sentOn,
    })
    .from(contributions)
    .innerJoin(
      panelRounds,
      and(
        eq(panelRounds.organisationId, contributions.organisationId),
        eq(panelRounds.id, contributions.roundId),
      ),
    )
    .innerJoin(
      panelPrompts,
      and(
        eq(panelPrompts.organisationId, contributions.organisationId),
        eq(panelPrompts.id, contributions.promptId),
      ),
    )
    .leftJoin(
      contributionOriginals,
      and(
        eq(contributionOriginals.organisationId, contributions.organisationId),
        eq(contributionOriginals.contributionId, contributions.id),
      ),
    )
    .where(
      and(
        eq(contributions.organisationId, person.organisationId),
        eq(contributions.memberId, person.memberId),
      ),
    )
    .orderBy(desc(panelRounds.number), asc(panelPrompts.position));
}

export async function listOwnEvents(tx: Transaction, person: OfPerson) {
  return tx
    .select({
      contributionId: contributionEvents.contributionId,
      number: contributionEvents.number,
      kind: contributionEvents.kind,
      reason: contributionEvents.reason,
      note: contributionEvents.note,
      at: contributionEvents.at,
    })
    .from(contributionEvents)
    .where(
      and(
        eq(contributionEvents.organisationId, person.organisationId),
        eq(contributionEvents.memberId, person.memberId),
      ),
    )
    .orderBy(asc(contributionEvents.contributionId), asc(contributionEvents.number));
}

export async function listOwnQuotes(tx: Transaction, person: OfPerson) {
  return tx
    .select({ contributionId: quotes.contributionId, start: quotes.start, end: quotes.end })
    .from(quotes)
    .where(
      and(eq(quotes.organisationId, person.organisationId), eq(quotes.memberId, person.memberId)),
    )
    .orderBy(asc(quotes.start));
}

/** What was made of a person's words: suggestions, each with the decision that counts. */
export async function listOwnSuggestions(tx: Transaction, person: OfPerson) {
  const linked = await tx
    .select({
      contributionId: suggestionContributions.contributionId,
      id: suggestions.id,
      number: suggestions.number,
      text: suggestions.text,
    })
    .from(suggestionContributions)
    .innerJoin(
      suggestions,
      and(
        eq(suggestions.organisationId, suggestionContributions.organisationId),
        eq(suggestions.id, suggestionContributions.suggestionId),
      ),
    )
    .where(eq(suggestionContributions.organisationId, person.organisationId))
    .orderBy(asc(suggestions.number));
  const decisions = await tx
    .selectDistinctOn([suggestionDecisions.suggestionId], {
      suggestionId: suggestionDecisions.suggestionId,
      verdict: suggestionDecisions.verdict,
      reason: suggestionDecisions.reason,
      decidedOn: suggestionDecisions.decidedOn,
    })
    .from(suggestionDecisions)
    .where(
      and(
        eq(suggestionDecisions.organisationId, person.organisationId),
        inArray(
          suggestionDecisions.suggestionId,
          linked.map(({ id }) => id),
        ),
      ),
    )
    .orderBy(suggestionDecisions.suggestionId, desc(suggestionDecisions.number));
  return linked.map(({ id, ...suggestion }) => ({
    ...suggestion,
    decision: decisions.find(({ suggestionId }) => suggestionId === id) ?? null,
  }));
}
