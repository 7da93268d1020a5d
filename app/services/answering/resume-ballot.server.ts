import { findInvitation } from '#db/queries/invitation-token.server.ts';
import { withActor } from '../../database.server.ts';
import { ServiceError } from '../../errors.ts';
import { tokenHash } from '../../secrets.server.ts';
import { respondentOf, type Ballot, type Receipt } from './ballot.server.ts';
import { findBallot, type CodeRefusal } from './find-ballot.server.ts';
import { MovedOn, type AnsweringStep } from './moved-on.ts';
import { requireConsented } from './read-ballot.server.ts';
import { firstOpenPosition } from './survey-position.ts';

type Step = number | AnsweringStep;

/** The step a ballot has reached. */
export async function findStep(ballot: Ballot): Promise<Step> {
  try {
    return await withActor(respondentOf(ballot), async (tx) => {
      const { instrument, content } = await requireConsented(tx, ballot);
      return firstOpenPosition(instrument, content.answers);
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
}): Promise<{ resumed: ResumedBallot; receipt: Receipt | null }> {
  const key = tokenHash(input.token);
  const invitation = await withActor({ kind: 'public', key }, (tx) =>
    findInvitation(tx, { tokenHash: key }),
  );
  if (!invitation) throw new ServiceError('not-found', 'invitation-not-found');
  const resumed = await resumeBallot(input.typed);
  const { organisationId, studyId, waveId, id: invitationId } = invitation;
  const isOfThisStudy =
    resumed.ok &&
    resumed.ballot.organisationId === organisationId &&
    resumed.ballot.studyId === studyId;
  return { resumed, receipt: isOfThisStudy ? { organisationId, invitationId, waveId } : null };
}
