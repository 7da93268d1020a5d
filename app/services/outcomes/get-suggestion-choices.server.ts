import type { Member } from '#db/actor.server.ts';
import { listAcceptedContributions } from '#db/queries/quotable-words.server.ts';
import { readPanel } from '../panels/read-panel.server.ts';

/** What a suggestion can be built on, by prompt. */
export async function getSuggestionChoices(member: Member, { panelId }: { panelId: string }) {
  const ofPanel = { organisationId: member.organisationId, panelId };
  return readPanel(member, { panelId, permission: 'suggestions.manage' }, async (tx, panel) => {
    const accepted = await listAcceptedContributions(tx, ofPanel);
    return {
      isDraft: panel.state === 'draft',
      contributions: accepted.map(({ quoteConsentId, ...contribution }) => ({
        ...contribution,
        mayQuote: quoteConsentId !== null,
      })),
    };
  });
}
