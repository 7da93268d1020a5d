import type { Redaction } from '#analysis/redaction/carry-span.ts';
import type { Member } from '#db/actor.server.ts';
import { supersedeReportsOn } from '#db/queries/amended-words.server.ts';
import { saveSpans } from '#db/queries/contribution-original.server.ts';
import { deleteTranslations } from '#db/queries/contribution-translation.server.ts';
import { addContributionEvent, changeContribution } from '#db/queries/contribution.server.ts';
import { lockPanel } from '#db/queries/panel.server.ts';
import type { RedactionSpan } from '#db/schema/contribution.ts';
import { withActor } from '../../database.server.ts';
import { ServiceError } from '../../errors.ts';
import { today } from '../../today.ts';
import { tellContributors } from '../outcomes/tell-contributors.server.ts';
import { auditPanel } from '../panels/change-panel.server.ts';
import { readPanel } from '../panels/read-panel.server.ts';
import { carryAssignments, carryQuotes } from './carry-stretches.server.ts';
import type { ContributionIds } from './get-contribution.server.ts';
import { placeholderWords } from './placeholder-words.server.ts';
import { readOriginal, type Original } from './read-original.server.ts';
import { redactedText } from './redacted-text.server.ts';
import { chosenSpans, typedSpans } from './redaction-choice.ts';

type Amended = { original: Original; spans: RedactionSpan[]; text: string };

/** Only more can be taken out: what others could not read was not moderated. */
async function decide(original: Original, words: string): Promise<Amended> {
  if (original.state !== 'accepted') throw new ServiceError('conflict', 'contribution-changed');
  const { spans, missing } = chosenSpans(original.text, { hide: original.spans, words });
  if (missing.length > 0) throw new ServiceError('invalid', 'words-not-found');
  const [before, text] = await Promise.all([
    redactedText(original, original.spans),
    redactedText(original, spans),
  ]);
  if (text === before) throw new ServiceError('invalid', 'nothing-more');
  if (text.trim() === '') throw new ServiceError('invalid', 'nothing-left');
  return { original, spans, text };
}

/** Which stretches are hidden before and after, and the words that stand in their place. */
async function redactionOf({ original, spans }: Amended): Promise<Redaction> {
  const words = await placeholderWords(original.language);
  return { before: typedSpans(original.spans), after: typedSpans(spans), words };
}

/**
 * Takes something out of words that others can read already, such as a name that was noticed later; the
 * author reads why. Quotes that held it are dropped, reports that were built on these are superseded, and
 * translations are deleted, as they were made of the older words. Of two who do so at once one is told.
 */
export async function amendRedaction(
  member: Member,
  {
    words,
    reason,
    revision,
    ...ids
  }: ContributionIds & { words: string; reason: string; revision: number },
): Promise<void> {
  const { organisationId, userId } = member;
  const { panelId } = ids;
  const permission = 'contributions.redact';
  await readPanel(member, { panelId, permission }, () => Promise.resolve({}));
  if (reason.trim() === '') throw new ServiceError('invalid', 'amend-reason-missing');
  const amended = await readOriginal(member, { ...ids, purpose: 'redaction' }, (_tx, original) =>
    decide(original, words),
  );
  const ofContribution = { organisationId, ...ids };
  await withActor({ kind: 'system', organisationId }, async (tx) => {
    // Whoever quotes meanwhile finds either the older words or the newer ones.
    await lockPanel(tx, { organisationId, panelId });
    const { text, spans } = amended;
    const set = { state: 'accepted', text } as const;
    const changed = await changeContribution(tx, {
      ...{ ...ofContribution, revision, from: ['accepted'], set },
    });
    if (!changed) throw new ServiceError('conflict', 'contribution-changed');
    await saveSpans(tx, { ...ofContribution, spans });
    const on = today();
    const redaction = await redactionOf(amended);
    const quotes = await carryQuotes(tx, ofContribution, redaction);
    await carryAssignments(tx, ofContribution, { redaction, text });
    const reports = quotes > 0 ? await supersedeReportsOn(tx, { ...ofContribution, on }) : [];
    await deleteTranslations(tx, ofContribution);
    const { memberId } = changed;
    const event = { ...ofContribution, memberId, kind: 'redacted-again', note: reason } as const;
    const number = await addContributionEvent(tx, { ...event, by: userId });
    await tellContributors(tx, {
      ...{ organisationId, panelId, memberIds: [memberId], happenedOn: on },
      news: { kind: 'contribution', id: ids.contributionId, event: String(number) },
    });
    await auditPanel(tx, member, {
      action: 'contribution.redacted-again',
      panelId,
      detail: { contribution: ids.contributionId, reason, quotes, reports: reports.length },
    });
  });
}
