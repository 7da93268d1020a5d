import {
  deleteDrafts,
  listPromptsOf,
  saveDraft,
} from '#db/queries/panel-rounds-of-person.server.ts';
import { ServiceError } from '../../errors.ts';
import { today } from '../../today.ts';
import { draftMark } from './draft-mark.server.ts';
import { forActivePerson, idsOf } from './for-person.server.ts';
import { readMargin } from './read-margin.ts';
import { requireOpenRound } from './require-open-round.server.ts';
import type { PanelPerson } from './require-panel-person.server.ts';

export const longestContribution = 10_000;

type Draft = {
  roundId: string;
  number: number;
  text: string;
  typedValue: string;
  /** Mark of what the page showed when it was opened. */
  shown: string;
};

/**
 * Keeps what somebody is writing to a prompt; a later send takes it from here. A page that was opened
 * before other words were kept neither empties nor replaces them unasked.
 */
export async function savePromptDraft(reader: PanelPerson, draft: Draft): Promise<void> {
  const person = idsOf(reader);
  await forActivePerson(reader, async (tx) => {
    await requireOpenRound(tx, person, draft.roundId);
    const prompts = await listPromptsOf(tx, { ...person, roundId: draft.roundId });
    const prompt = prompts[draft.number - 1];
    if (!prompt) throw new ServiceError('not-found');
    if (prompt.contributionId !== null) return; // it was sent meanwhile, from another page
    const text = draft.text.replaceAll('\r\n', '\n');
    if (text.length > longestContribution) throw new ServiceError('invalid', 'panel-text-long');
    const margin = prompt.about?.kind === 'margin' ? prompt.about : null;
    const value = margin === null ? null : readMargin(draft.typedValue, margin);
    if (value === undefined) throw new ServiceError('invalid', 'panel-value-invalid');
    const typed = draftMark(text, value);
    const kept = draftMark(prompt.draft ?? '', prompt.value);
    if (typed === draft.shown || typed === kept) return;
    if (kept !== draft.shown) throw new ServiceError('conflict', 'panel-draft-changed');
    const ofPrompt = { ...person, promptId: prompt.id };
    if (text.trim() === '' && value === null) await deleteDrafts(tx, ofPrompt);
    else await saveDraft(tx, { ...ofPrompt, text, value, savedOn: today() });
  });
}
