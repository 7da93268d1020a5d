import type { Member } from '#db/actor.server.ts';
import { listQuestionnaires } from '#db/queries/questionnaire.server.ts';
import { withActor } from '../../database.server.ts';
import { authorise } from '../../permissions.ts';

/** Open waves of confidential studies that the member sees: what a round can ask people to answer. */
export async function getQuestionnaires(member: Member) {
  authorise(member, 'panels.manage');
  const { organisationId } = member;
  const waves = await withActor(member, (tx) => listQuestionnaires(tx, { organisationId }));
  return waves.map(({ waveId, title, wave }) => ({ waveId, title, wave }));
}

export type OfferedQuestionnaire = Awaited<ReturnType<typeof getQuestionnaires>>[number];
