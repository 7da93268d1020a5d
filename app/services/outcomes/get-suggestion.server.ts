import type { Member } from '#db/actor.server.ts';
import { listLinkedContributions } from '#db/queries/quotable-words.server.ts';
import { findSuggestionRevision } from '#db/queries/suggestion.server.ts';
import { ServiceError } from '../../errors.ts';
import { can } from '../../permissions.ts';
import { today } from '../../today.ts';
import { panelSites, readPanel } from '../panels/read-panel.server.ts';
import { listSubjects } from './list-subjects.server.ts';
import { quotesOf } from './present-suggestions.ts';
import { readOutcomes } from './read-outcomes.server.ts';

/** One suggestion, with the words it stands on and everything that was decided about it. */
export async function getSuggestion(
  member: Member,
  { panelId, suggestionId }: { panelId: string; suggestionId: string },
) {
  const ofPanel = { organisationId: member.organisationId, panelId };
  return readPanel(member, { panelId }, async (tx, panel) => {
    const outcomes = await readOutcomes(tx, ofPanel);
    const outcome = outcomes.find(({ id }) => id === suggestionId);
    const revision = await findSuggestionRevision(tx, { ...ofPanel, suggestionId });
    if (!outcome || revision === undefined) throw new ServiceError('not-found');
    const linked = await listLinkedContributions(tx, ofPanel);
    return {
      ...{ outcome, revision, today: today() },
      mayEdit:
        can(member, 'suggestions.manage', panelSites(panel)) &&
        panel.state !== 'draft' &&
        outcome.decisions.length === 0,
      contributions: linked
        .filter((each) => each.suggestionId === suggestionId)
        .map((each) => ({
          id: each.contributionId,
          memberNumber: each.memberNumber,
          language: each.language,
          text: each.text,
          quote: quotesOf([each])[0]?.words ?? null,
        })),
      subjects: await listSubjects(tx, ofPanel),
    };
  });
}
