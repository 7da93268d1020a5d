import type { Member } from '#db/actor.server.ts';
import { listContributorsOf } from '#db/queries/quotable-words.server.ts';
import { countOf, insertChange, type ChangeRow } from '#db/queries/suggestion.server.ts';
import { ServiceError } from '../../errors.ts';
import { today } from '../../today.ts';
import { auditPanel, changePanel } from '../panels/change-panel.server.ts';
import { holdSuggestion } from './hold-suggestion.server.ts';
import { requireWords } from './require-words.ts';
import { listSubjects, sameSubject } from './list-subjects.server.ts';
import { tellContributors } from './tell-contributors.server.ts';

type Input = ChangeRow & { panelId: string; suggestionId: string; revision: number };

/** Says what is different now, and in what; a change without a decision has nobody who answers for it. */
export async function recordChange(
  member: Member,
  { panelId, suggestionId, revision, ...change }: Input,
): Promise<void> {
  const { organisationId } = member;
  const ofSuggestion = { organisationId, panelId, suggestionId };
  const how = { panelId, permission: 'suggestions.decide', states: ['open', 'closed'] } as const;
  await changePanel(member, how, async (tx, panel) => {
    requireWords(change.what, panel.languages, 'change-words-missing');
    if (change.changedOn > today()) throw new ServiceError('invalid', 'date-in-future');
    if (change.subject.kind !== 'document') {
      const known = await listSubjects(tx, { organisationId });
      if (!known.some(({ subject }) => sameSubject(subject, change.subject))) {
        throw new ServiceError('invalid', 'change-subject-missing');
      }
    }
    const { number } = await holdSuggestion(tx, { ...ofSuggestion, revision });
    const before = await countOf(tx, ofSuggestion);
    if (before.decisions === 0) throw new ServiceError('illegal-state', 'suggestion-undecided');
    const changeId = await insertChange(tx, {
      ...ofSuggestion,
      ...change,
      number: before.changes + 1,
      recordedBy: member.userId,
    });
    await tellContributors(tx, {
      ...ofSuggestion,
      memberIds: await listContributorsOf(tx, ofSuggestion),
      news: { kind: 'change', id: changeId },
      happenedOn: change.changedOn,
    });
    await auditPanel(tx, member, {
      action: 'suggestion.changed',
      panelId,
      detail: { number, subject: change.subject.kind },
    });
  });
}
