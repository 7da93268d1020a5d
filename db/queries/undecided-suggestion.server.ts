import { and, eq, inArray } from 'drizzle-orm';
import type { LocalText } from '#surveys/model/languages.ts';
import type { Transaction } from '../database.ts';
import { quotes } from '../schema/quote.ts';
import { suggestionContributions, suggestions } from '../schema/suggestion.ts';
import { ofSuggestion, type OfSuggestion } from './suggestion.server.ts';

export async function findSuggestionText(tx: Transaction, params: OfSuggestion) {
  const [row] = await tx
    .select({ text: suggestions.text })
    .from(suggestions)
    .where(ofSuggestion(params));
  return row?.text;
}

export async function updateSuggestionText(
  tx: Transaction,
  params: OfSuggestion & { text: LocalText },
): Promise<void> {
  await tx.update(suggestions).set({ text: params.text }).where(ofSuggestion(params));
}

/** With its links and the quotes that were made for it. */
export async function deleteSuggestion(tx: Transaction, params: OfSuggestion): Promise<void> {
  const unlinked = await tx
    .delete(suggestionContributions)
    .where(
      and(
        eq(suggestionContributions.organisationId, params.organisationId),
        eq(suggestionContributions.suggestionId, params.suggestionId),
      ),
    )
    .returning({ quoteId: suggestionContributions.quoteId });
  const quoteIds = unlinked.flatMap(({ quoteId }) => quoteId ?? []);
  await tx
    .delete(quotes)
    .where(and(eq(quotes.organisationId, params.organisationId), inArray(quotes.id, quoteIds)));
  await tx.delete(suggestions).where(ofSuggestion(params));
}
