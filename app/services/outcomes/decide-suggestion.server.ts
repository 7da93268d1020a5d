import type { Member } from '#db/actor.server.ts';
import { listContributorsOf } from '#db/queries/quotable-words.server.ts';
import { countOf, insertDecision, type DecisionRow } from '#db/queries/suggestion.server.ts';
import { ServiceError } from '../../errors.ts';
import { today } from '../../today.ts';
import { auditPanel, changePanel } from '../panels/change-panel.server.ts';
import { holdSuggestion } from './hold-suggestion.server.ts';
import { requireWords } from './require-words.ts';
import { tellContributors } from './tell-contributors.server.ts';

type Input = DecisionRow & { panelId: string; suggestionId: string; revision: number };

/** Decides about a suggestion, with a reason. What was decided before stays, and is shown. */
export async function decideSuggestion(
  member: Member,
  { panelId, suggestionId, revision, ...decision }: Input,
): Promise<void> {
  const ofSuggestion = { organisationId: member.organisationId, panelId, suggestionId };
  const change = {
    panelId,
    permission: 'suggestions.decide',
    states: ['open', 'closed'],
  } as const;
  await changePanel(member, change, async (tx, panel) => {
    requireWords(decision.reason, panel.languages, 'decision-reason-missing');
    if (decision.decidedBy.trim() === '') throw new ServiceError('invalid', 'decided-by-missing');
    if (decision.decidedOn > today()) throw new ServiceError('invalid', 'date-in-future');
    const { number, raisedOn } = await holdSuggestion(tx, { ...ofSuggestion, revision });
    if (decision.decidedOn < raisedOn) throw new ServiceError('invalid', 'decided-before-raised');
    const before = await countOf(tx, ofSuggestion);
    const decisionId = await insertDecision(tx, {
      ...ofSuggestion,
      ...decision,
      number: before.decisions + 1,
      recordedBy: member.userId,
    });
    await tellContributors(tx, {
      ...ofSuggestion,
      memberIds: await listContributorsOf(tx, ofSuggestion),
      news: { kind: 'decision', id: decisionId },
      happenedOn: decision.decidedOn,
    });
    await auditPanel(tx, member, {
      action: 'suggestion.decided',
      panelId,
      detail: { number, verdict: decision.verdict },
    });
  });
}
