import type { Member } from '#db/actor.server.ts';
import {
  countInvitations,
  listInvitations,
  type InvitationState,
} from '#db/queries/invitation.server.ts';
import { listStudySites } from '#db/queries/study.server.ts';
import { listWaves } from '#db/queries/wave.server.ts';
import { env } from '../../env.server.ts';
import { authorise, can } from '../../permissions.ts';
import { today } from '../../today.ts';
import { countPanelPeople } from '../studies/count-panel-people.server.ts';
import { readStudy } from '../studies/get-study-frame.server.ts';
import { maximumReminders } from './reminder-rule.ts';

const invitationsPerPage = 50;

export type InvitationFilter = {
  studyId: string;
  /** The open wave, else the first, where it is left out. */
  waveId: string | null;
  siteId: string | null;
  state: InvitationState | null;
  page: number;
};

/** Who was invited to a wave: never what anybody answered. */
export async function getInvitations(member: Member, filter: InvitationFilter) {
  authorise(member, 'invitations.read');
  const { organisationId } = member;
  const { studyId, siteId, state, page } = filter;
  const view = await readStudy(member, studyId, async (tx, study) => {
    const ofStudy = { organisationId, studyId };
    const waves = await listWaves(tx, ofStudy);
    const wave =
      waves.find(({ id }) => id === filter.waveId) ??
      waves.find((candidate) => candidate.state === 'open') ??
      waves[0];
    const ofWave = { ...ofStudy, waveId: wave?.id ?? studyId };
    const offset = (page - 1) * invitationsPerPage;
    return {
      minimumCellSize: study.minimumCellSize,
      isMailSent: env().smtp !== null,
      mayManage: can(member, 'invitations.manage') && study.state !== 'closed',
      languages: study.languages,
      sites: await listStudySites(tx, ofStudy),
      waves,
      wave: wave ?? null,
      maximumReminders,
      counts: await countInvitations(tx, {
        ...ofWave,
        siteId,
        maximum: maximumReminders,
        today: today(),
      }),
      people: await listInvitations(tx, {
        ...ofWave,
        siteId,
        state,
        limit: invitationsPerPage,
        offset,
      }),
      firstRow: offset + 1,
      perPage: invitationsPerPage,
    };
  });
  const isCounted = view.frame.comesThroughPanel && member.siteIds === null;
  const panels = isCounted
    ? await countPanelPeople({ organisationId, studyId }, view.minimumCellSize)
    : [];
  return { ...view, panels: panels.filter(({ waveId }) => waveId === view.wave?.id) };
}
