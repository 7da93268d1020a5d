import { ServiceError } from '../../errors.ts';
import type { HeldReceipt } from '../answering/require-invitation.server.ts';
import { resumeBallot, type ResumedBallot } from '../answering/resume-ballot.server.ts';
import { getQuestionnaire } from './get-questionnaire.server.ts';
import type { PanelPerson } from './require-panel-person.server.ts';

/**
 * Goes on by the code on another device, which gets the receipt of what this person has begun. Nothing
 * is written, so person and code meet in no table.
 */
export async function resumeQuestionnaire(
  reader: PanelPerson,
  { roundId, typed }: { roundId: string; typed: string },
): Promise<{ resumed: ResumedBallot; receipt: HeldReceipt | null }> {
  const { organisationId } = reader.actor;
  const questionnaire = await getQuestionnaire(reader, roundId);
  if (!questionnaire) throw new ServiceError('not-found');
  const resumed = await resumeBallot(typed);
  const isOfThisStudy =
    resumed.ok &&
    resumed.ballot.organisationId === organisationId &&
    resumed.ballot.studyId === questionnaire.studyId;
  const { invitationId, waveId } = questionnaire;
  const receipt =
    isOfThisStudy && invitationId !== null
      ? { organisationId, waveId, invitationId, reissued: '0' }
      : null;
  return { resumed, receipt };
}
