import type { Member } from '#db/actor.server.ts';
import { deleteSuggestion } from '#db/queries/undecided-suggestion.server.ts';
import { changeUndecided, type SuggestionName } from './change-undecided.server.ts';

/** Takes a suggestion away with the quotes made for it; the contributions stay. */
export async function removeSuggestion(
  member: Member,
  suggestion: SuggestionName & { revision: number },
): Promise<void> {
  const action = 'suggestion.removed';
  await changeUndecided(member, { ...suggestion, action }, deleteSuggestion);
}
