import type { Member } from '#db/actor.server.ts';
import { saveSpans } from '#db/queries/contribution-original.server.ts';
import { deleteTranslations } from '#db/queries/contribution-translation.server.ts';
import { addContributionEvent, changeContribution } from '#db/queries/contribution.server.ts';
import { ServiceError } from '../../errors.ts';
import { auditPanel } from '../panels/change-panel.server.ts';
import { readPanel } from '../panels/read-panel.server.ts';
import type { ContributionIds } from './get-contribution.server.ts';
import { redactableStates } from './get-redaction.server.ts';
import { redactedText } from './redacted-text.server.ts';
import { readOriginal } from './read-original.server.ts';
import { chosenSpans, type RedactionChoice } from './redaction-choice.ts';

/**
 * Decides what others read. Of two who decide at once one is told; words that do not stand in the text
 * stop it, for whoever wrote them meant something. Translations of an earlier text are deleted.
 */
export async function redactContribution(
  member: Member,
  { choice, revision, ...ids }: ContributionIds & { choice: RedactionChoice; revision: number },
): Promise<void> {
  const { organisationId, userId } = member;
  const ofContribution = { organisationId, ...ids };
  const permission = 'contributions.redact';
  await readPanel(member, { panelId: ids.panelId, permission }, () => Promise.resolve({}));
  await readOriginal(member, { ...ids, purpose: 'redaction' }, async (tx, original) => {
    const { spans, missing } = chosenSpans(original.text, choice);
    if (missing.length > 0) throw new ServiceError('invalid', 'words-not-found');
    const text = await redactedText(original, spans);
    if (text.trim() === '') throw new ServiceError('invalid', 'nothing-left');
    const changed = await changeContribution(tx, {
      ...ofContribution,
      revision,
      from: redactableStates,
      set: { state: 'redacted', text },
    });
    if (!changed) throw new ServiceError('conflict', 'contribution-changed');
    await saveSpans(tx, { ...ofContribution, spans });
    await deleteTranslations(tx, ofContribution);
    const event = { ...ofContribution, memberId: changed.memberId, by: userId };
    await addContributionEvent(tx, { ...event, kind: 'redacted' });
    await auditPanel(tx, member, {
      action: 'contribution.redacted',
      panelId: ids.panelId,
      detail: { contribution: ids.contributionId, spans: spans.length },
    });
  });
}
