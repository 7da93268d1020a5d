import type { Transaction } from '#db/database.ts';
import { addContributionEvent } from '#db/queries/contribution.server.ts';
import { lockOwnContribution, type Removed } from '#db/queries/withdrawal.server.ts';
import { ServiceError } from '../../errors.ts';
import { today } from '../../today.ts';
import { eraseWords } from './erase-words.server.ts';

export type OwnContribution = {
  organisationId: string;
  memberId: string;
  contributionId: string;
};

const nothing: Removed = {
  translations: 0,
  quotes: 0,
  suggestionIds: [],
  reportIds: [],
  statementIds: [],
};

/**
 * Takes back what a person said, in the caller's transaction, which is the system's, after the caller has
 * made sure that it is this person who asks. Words, translations, quotes and what they wrote to an appeal are
 * deleted, links from suggestions end, statements nobody was asked yet go, reports that were built on it
 * are superseded from today, and answers in them that repeat the words are taken out. Withdrawing twice is withdrawing once. `by`: the scribe to whom the author said so.
 *
 * Returns what was affected, `statementIds` being those that stay: others have voted on them, and their words
 * are the facilitators'.
 */
export async function withdrawContribution(
  tx: Transaction,
  { organisationId, memberId, contributionId }: OwnContribution,
  by: string | null = null,
): Promise<Removed> {
  const own = await lockOwnContribution(tx, { organisationId, memberId, contributionId });
  if (!own) throw new ServiceError('not-found');
  if (own.state === 'withdrawn') return nothing;
  const ofContribution = { organisationId, panelId: own.panelId, contributionId };
  const removed = await eraseWords(tx, { ...ofContribution, on: today() });
  await addContributionEvent(tx, { ...ofContribution, memberId, kind: 'withdrawn', by });
  return removed;
}
