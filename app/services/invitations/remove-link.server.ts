import type { Member } from '#db/actor.server.ts';
import { deleteStudyLink, listStudyLinks } from '#db/queries/study-link.server.ts';
import { withActor } from '../../database.server.ts';
import { ServiceError } from '../../errors.ts';
import { authorise } from '../../permissions.ts';
import { listAllSiteIds } from '../studies/internal.server.ts';
import { auditInvitations } from './internal.server.ts';

/** From then on nobody can begin by this link; who has begun goes on. */
export async function removeLink(
  member: Member,
  { studyId, linkId }: { studyId: string; linkId: string },
): Promise<void> {
  authorise(member, 'invitations.manage');
  const ofStudy = { organisationId: member.organisationId, studyId };
  const allSiteIds = await listAllSiteIds(member, studyId);
  await withActor(member, async (tx) => {
    const link = (await listStudyLinks(tx, ofStudy)).find(({ id }) => id === linkId);
    if (!link) throw new ServiceError('not-found');
    authorise(member, 'invitations.manage', link.siteId ? [link.siteId] : allSiteIds);
    const removed = await deleteStudyLink(tx, { ...ofStudy, linkId });
    if (!removed) throw new ServiceError('not-found');
    await auditInvitations(tx, member, { action: 'link.removed', studyId, detail: removed });
  });
}
