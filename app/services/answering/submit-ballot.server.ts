import { findWaveState, lockForSubmitting, useBallot } from '#db/queries/ballot.server.ts';
import { takeDraft } from '#db/queries/draft.server.ts';
import { insertIntoInbox } from '#db/queries/inbox.server.ts';
import { insertWords } from '#db/queries/words-inbox.server.ts';
import type { CompletionMode, DraftWords } from '#db/schema/answering.ts';
import { visibleItems } from '#surveys/flow/visible-items.ts';
import { withNotShown } from '#surveys/flow/with-not-shown.ts';
import { withActor } from '../../database.server.ts';
import { ServiceError } from '../../errors.ts';
import { today } from '../../today.ts';
import { openBallotSeal } from './ballot-seal.server.ts';
import { ballotHashOf, respondentOf, type Ballot } from './ballot.server.ts';
import { MovedOn } from './moved-on.ts';
import { withSigns } from './own-words.ts';
import { readBallotState, requireConsented } from './read-ballot.server.ts';
import { requireOpen } from './require-open.ts';

export type SubmittedBallot = {
  /** False: it had been sent before, by another click, tab or device. */
  isNew: boolean;
  waveId: string;
};

/** What was written to questions that are still asked, opened: from here on it goes without the ballot's code. */
function sentWords(
  { code }: Ballot,
  words: Record<string, DraftWords>,
  asked: readonly { id: string }[],
): { itemId: string; text: string; mayQuote: boolean }[] {
  return asked.flatMap(({ id: itemId }) => {
    const given = words[itemId];
    if (!given || !('seal' in given)) return [];
    const text = openBallotSeal('words-seal', code, given.seal);
    return [{ itemId, text, mayQuote: given.mayQuote }];
  });
}

/**
 * Sends the answers, once: whoever marks the ballot as used sends, everybody else finds it sent. The
 * database decides, so clicks, retries and tabs make one response.
 */
export async function submitBallot(input: {
  ballot: Ballot;
  completionMode: CompletionMode;
}): Promise<SubmittedBallot> {
  const { ballot, completionMode } = input;
  const { organisationId, studyId, code } = ballot;
  const ballotHash = ballotHashOf(code);
  return withActor(respondentOf(ballot), async (tx) => {
    const before = await readBallotState(tx, ballot);
    if (before.used !== null) return { isNew: false, waveId: before.used };
    const { instrument, waveId, content } = await requireConsented(tx, ballot, before);
    if (content.siteId === null) throw new MovedOn('consent');
    await lockForSubmitting(tx, waveId);
    // Read again under the lock: whoever closes the wave waits for us or has closed it before us.
    const state = await findWaveState(tx, { organisationId, waveId });
    if (!state) throw new ServiceError('not-found', 'survey-not-found');
    requireOpen(state.study, state.wave);
    const isNew = await useBallot(tx, { organisationId, studyId, waveId, ballotHash });
    if (!isNew) return { isNew, waveId };
    const draft = await takeDraft(tx, { organisationId, ballotHash });
    if (!draft) throw new MovedOn('start');
    const answers = withSigns({ ...draft.content, words: draft.words ?? {} });
    const words = sentWords(ballot, draft.words ?? {}, visibleItems(instrument, answers));
    const { language } = draft.content;
    await insertWords(
      tx,
      words.map((row) => ({ organisationId, studyId, waveId, ballotHash, language, ...row })),
    );
    await insertIntoInbox(tx, {
      organisationId,
      studyId,
      waveId,
      ballotHash,
      content: {
        ...draft.content,
        completionMode,
        answers: withNotShown(instrument, answers),
      },
      submittedOn: today(),
    });
    return { isNew, waveId };
  });
}
