import { findUsedBallotWave, useBallot } from '#db/queries/ballot.server.ts';
import { takeDraft } from '#db/queries/draft.server.ts';
import { deleteFromInbox, lockBatches } from '#db/queries/inbox.server.ts';
import { deleteWords } from '#db/queries/words-inbox.server.ts';
import { withActor } from '../../database.server.ts';
import { ballotHashOf, respondentOf } from './ballot.server.ts';
import { findBallot, type CodeRefusal } from './find-ballot.server.ts';

/** words: the answers had joined the others, what was written beside them had not. */
export type Deleted = 'everything' | 'words' | 'nothing';

export type WithdrawnBallot =
  | { ok: true; /** nothing: nothing that leads back to this code is left. */ deleted: Deleted }
  | { ok: false; problem: CodeRefusal };

/**
 * Deletes answers and words that have not joined the others yet, each as long as it waits. The ballot stays used: a tab left open can
 * neither send it again nor begin anew under the same code.
 */
export async function withdrawBallot(typed: string): Promise<WithdrawnBallot> {
  const found = await findBallot(typed);
  if (!found.ok) return found;
  const { organisationId, studyId, code } = found.ballot;
  const ballotHash = ballotHashOf(code);
  return withActor(respondentOf(found.ballot), async (tx) => {
    const draft = await takeDraft(tx, { organisationId, ballotHash });
    if (draft) await useBallot(tx, { organisationId, studyId, waveId: draft.waveId, ballotHash });
    // Batches move or rewrite waiting rows under this lock; a delete that waited for such a row
    // instead would find it gone although the answer still waits.
    const waveId = await findUsedBallotWave(tx, { organisationId, ballotHash });
    if (waveId) await lockBatches(tx, waveId);
    const wasWaiting = await deleteFromInbox(tx, { organisationId, ballotHash });
    const hadWords = await deleteWords(tx, { organisationId, ballotHash });
    if (draft !== undefined || wasWaiting) return { ok: true, deleted: 'everything' };
    return { ok: true, deleted: hadWords ? 'words' : 'nothing' };
  });
}
