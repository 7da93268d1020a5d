import { findUsedBallotWave } from '#db/queries/ballot.server.ts';
import type { CompletionMode } from '#db/schema/answering.ts';
import { withActor } from '../../database.server.ts';
import { moveBatchesJob } from '../../jobs/move-batches.server.ts';
import { sendJob } from '../../jobs/queue.server.ts';
import { ballotHashOf, respondentOf, type Ballot, type Receipt } from './ballot.server.ts';
import { queueReceipt } from './queue-receipt.server.ts';
import { submitBallot } from './submit-ballot.server.ts';

/** Queues the receipt if it is of the wave that was answered, in a transaction of its own. */
async function handInReceipt(
  { organisationId, studyId }: Ballot,
  waveId: string | undefined,
  receipt: Receipt | null,
): Promise<boolean> {
  const isUsed = receipt?.organisationId === organisationId && receipt.waveId === waveId;
  if (isUsed) await queueReceipt(studyId, receipt);
  return isUsed;
}

/**
 * For a device that began with a personal link and comes back when the answers were sent, from another
 * one or before a crash. Returns whether the receipt is used up.
 */
export async function deliverReceipt(ballot: Ballot, receipt: Receipt): Promise<boolean> {
  const ballotHash = ballotHashOf(ballot.code);
  const waveId = await withActor(respondentOf(ballot), (tx) =>
    findUsedBallotWave(tx, { organisationId: ballot.organisationId, ballotHash }),
  );
  return handInReceipt(ballot, waveId, receipt);
}

/**
 * Submits, then tells the invitation in a transaction of its own, and asks for a batch. A retry
 * repeats what a crash left undone. Returns whether the receipt was of this wave and is used up.
 */
export async function sendBallot(input: {
  ballot: Ballot;
  completionMode: CompletionMode;
  receipt: Receipt | null;
}): Promise<{ isReceiptUsed: boolean }> {
  const { ballot, completionMode, receipt } = input;
  const { organisationId } = ballot;
  const { waveId } = await submitBallot({ ballot, completionMode });
  const isReceiptUsed = await handInReceipt(ballot, waveId, receipt);
  await sendJob(moveBatchesJob, { wave: { organisationId, waveId } }, waveId);
  return { isReceiptUsed };
}
