import type { Member } from '#db/actor.server.ts';
import { updateSuggestionText } from '#db/queries/undecided-suggestion.server.ts';
import type { LocalText } from '#surveys/model/languages.ts';
import { changeUndecided, type SuggestionName } from './change-undecided.server.ts';
import { requireWords } from './require-words.ts';

/** Corrects what the panel asks for; what it is built on stays. */
export async function editSuggestion(
  member: Member,
  { text, ...suggestion }: SuggestionName & { revision: number; text: LocalText },
): Promise<void> {
  const action = 'suggestion.edited';
  await changeUndecided(member, { ...suggestion, action }, async (tx, of, panel) => {
    requireWords(text, panel.languages, 'suggestion-words-missing');
    await updateSuggestionText(tx, { ...of, text });
  });
}
