import { withActor } from '../../database.server.ts';
import { respondentOf, type Ballot } from './ballot.server.ts';
import { findBallot, type CodeRefusal } from './find-ballot.server.ts';
import { MovedOn, type AnsweringStep } from './moved-on.ts';
import { withSigns } from './own-words.ts';
import { requireConsented } from './read-ballot.server.ts';
import { receiptOf, requireInvitation, type HeldReceipt } from './require-invitation.server.ts';
import { firstOpenPosition } from './survey-position.ts';

type Step = number | AnsweringStep;

/** The step a ballot has reached. */
export async function findStep(ballot: Ballot): Promise<Step> {
  try {
    return await withActor(respondentOf(ballot), async (tx) => {
      const { instrument, content } = await requireConsented(tx, ballot);
      return firstOpenPosition(instrument, withSigns(content));
    });
  } catch (error) {
    if (error instanceof MovedOn) return error.step;
    throw error;
  }
}

export type ResumedBallot =
  | { ok: true; ballot: Ballot; language: string | null; step: Step }
  | { ok: false; problem: CodeRefusal };

/** Opens a ballot by its code, on whatever device. */
export async function resumeBallot(typed: string): Promise<ResumedBallot> {
  const found = await findBallot(typed);
  return found.ok ? { ...found, step: await findStep(found.ballot) } : found;
}

/**
 * As `resumeBallot`, for somebody who opened their personal link again on another device: that link
 * gives the device its receipt. Nothing is written, so link and code meet in no table.
 */
export async function resumeInvitedBallot(input: {
  token: string;
  typed: string;
}): Promise<{ resumed: ResumedBallot; receipt: HeldReceipt | null }> {
  const invitation = await requireInvitation(input.token);
  const resumed = await resumeBallot(input.typed);
  const { organisationId, studyId } = invitation;
  const isOfThisStudy =
    resumed.ok &&
    resumed.ballot.organisationId === organisationId &&
    resumed.ballot.studyId === studyId;
  return { resumed, receipt: isOfThisStudy ? receiptOf(invitation) : null };
}
