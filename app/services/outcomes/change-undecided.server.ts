import type { Member } from '#db/actor.server.ts';
import type { Transaction } from '#db/database.ts';
import { countOf, type OfSuggestion } from '#db/queries/suggestion.server.ts';
import { findSuggestionText } from '#db/queries/undecided-suggestion.server.ts';
import { ServiceError } from '../../errors.ts';
import type { AuditAction } from '../audit/audit-actions.ts';
import { auditPanel, changePanel } from '../panels/change-panel.server.ts';
import type { Panel } from '../panels/read-panel.server.ts';
import { holdSuggestion } from './hold-suggestion.server.ts';

export type SuggestionName = { panelId: string; suggestionId: string };

/**
 * Changes a suggestion about which nobody has decided: a decision answers the words that stood there. How
 * it read before stays in the trail.
 */
export async function changeUndecided(
  member: Member,
  input: SuggestionName & { revision: number; action: AuditAction },
  work: (tx: Transaction, of: OfSuggestion, panel: Panel) => Promise<void>,
): Promise<void> {
  const { panelId, suggestionId, revision, action } = input;
  const ofSuggestion = { organisationId: member.organisationId, panelId, suggestionId };
  const states = ['open', 'closed'] as const;
  await changePanel(
    member,
    { panelId, permission: 'suggestions.manage', states },
    async (tx, panel) => {
      const { number } = await holdSuggestion(tx, { ...ofSuggestion, revision });
      const { decisions } = await countOf(tx, ofSuggestion);
      if (decisions > 0) throw new ServiceError('illegal-state', 'suggestion-decided');
      const before = await findSuggestionText(tx, ofSuggestion);
      await work(tx, ofSuggestion, panel);
      await auditPanel(tx, member, { action, panelId, detail: { number, before } });
    },
  );
}
