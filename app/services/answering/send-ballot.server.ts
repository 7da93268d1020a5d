import type { CompletionMode } from '#db/schema/answering.ts';
import { moveBatchesJob } from '../../jobs/move-batches.server.ts';
import { sendJob } from '../../jobs/queue.server.ts';
import type { Ballot } from './ballot.server.ts';
import { queueReceipt } from './queue-receipt.server.ts';
import { submitBallot } from './submit-ballot.server.ts';

type Receipt = { organisationId: string; invitationId: string; waveId: string };

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
  const { organisationId, studyId } = ballot;
  const { waveId } = await submitBallot({ ballot, completionMode });
  const isReceiptUsed =
    receipt !== null && receipt.organisationId === organisationId && receipt.waveId === waveId;
  if (isReceiptUsed) await queueReceipt(studyId, receipt);
  await sendJob(moveBatchesJob, { wave: { organisationId, waveId } }, waveId);
  return { isReceiptUsed };
}
