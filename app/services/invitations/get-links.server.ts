import type { Member } from '#db/actor.server.ts';
import { listStudyLinks } from '#db/queries/study-link.server.ts';
import { listStudySites } from '#db/queries/study.server.ts';
import { env } from '../../env.server.ts';
import { authorise, can } from '../../permissions.ts';
import { readStudy } from '../studies/get-study-frame.server.ts';
import { listAllSiteIds } from '../studies/internal.server.ts';

/** The open links of a study that the member may see, and what a new one can be made of. */
export async function getLinks(member: Member, { studyId }: { studyId: string }) {
  authorise(member, 'invitations.read');
  const ofStudy = { organisationId: member.organisationId, studyId };
  const allSiteIds = await listAllSiteIds(member, studyId);
  return readStudy(member, studyId, async (tx, study) => ({
    publicUrl: env().publicUrl,
    mayManage: can(member, 'invitations.manage') && study.state !== 'closed',
    mayManageEverywhere: can(member, 'invitations.manage', allSiteIds),
    languages: study.languages,
    sites: await listStudySites(tx, ofStudy),
    links: await listStudyLinks(tx, ofStudy),
  }));
}
