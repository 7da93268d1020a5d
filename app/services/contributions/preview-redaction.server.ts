import type { Member } from '#db/actor.server.ts';
import { readPanel } from '../panels/read-panel.server.ts';
import type { ContributionIds } from './get-contribution.server.ts';
import { readOriginal } from './read-original.server.ts';
import { redactedText } from './redacted-text.server.ts';
import { chosenSpans, type RedactionChoice } from './redaction-choice.ts';

/** What a choice would leave for others to read. */
export async function previewRedaction(
  member: Member,
  { choice, ...ids }: ContributionIds & { choice: RedactionChoice },
) {
  const permission = 'contributions.redact';
  await readPanel(member, { panelId: ids.panelId, permission }, () => Promise.resolve({}));
  return readOriginal(member, { ...ids, purpose: 'redaction' }, async (_tx, original) => {
    const { spans, missing } = chosenSpans(original.text, choice);
    return { spans, missing, text: await redactedText(original, spans) };
  });
}
