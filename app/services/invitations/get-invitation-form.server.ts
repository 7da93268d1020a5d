import type { Member } from '#db/actor.server.ts';
import { listStudySites } from '#db/queries/study.server.ts';
import { listWaves } from '#db/queries/wave.server.ts';
import type { Language } from '#surveys/model/languages.ts';
import { env } from '../../env.server.ts';
import { authorise } from '../../permissions.ts';
import { readStudy } from '../studies/get-study-frame.server.ts';

/** Where people can be invited to now; no wave while none is open. */
export async function getInvitationForm(member: Member, { studyId }: { studyId: string }) {
  authorise(member, 'invitations.manage');
  const ofStudy = { organisationId: member.organisationId, studyId };
  return readStudy(member, studyId, async (tx, study) => {
    const waves = await listWaves(tx, ofStudy);
    return {
      isMailSent: env().smtp !== null,
      wave: waves.find(({ state }) => state === 'open') ?? null,
      sites: await listStudySites(tx, ofStudy),
      languages: study.languages as Language[],
    };
  });
}
