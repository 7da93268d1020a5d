import type { Member } from '#db/actor.server.ts';
import { insertStudyLink, listStudyLinks } from '#db/queries/study-link.server.ts';
import { findStudy, listStudySites, lockStudy } from '#db/queries/study.server.ts';
import { withActor } from '../../database.server.ts';
import { ServiceError } from '../../errors.ts';
import { authorise } from '../../permissions.ts';
import { newLinkCode } from '../new-link-code.server.ts';
import { listAllSiteIds } from '../studies/internal.server.ts';
import { auditInvitations, requireLinks } from './internal.server.ts';

export type NewLink = { studyId: string; siteId: string | null; language: string | null };

/** An open link for a site and language, or for all of them: one of each. */
export async function createLink(
  member: Member,
  { studyId, siteId, language }: NewLink,
): Promise<{ code: string }> {
  authorise(
    member,
    'invitations.manage',
    siteId ? [siteId] : await listAllSiteIds(member, studyId),
  );
  const ofStudy = { organisationId: member.organisationId, studyId };
  const code = newLinkCode();
  await withActor(member, async (tx) => {
    const locked = await lockStudy(tx, ofStudy);
    const study = await findStudy(tx, ofStudy);
    if (!locked || !study) throw new ServiceError('not-found');
    requireLinks(study);
    if (locked.state === 'closed') throw new ServiceError('illegal-state', 'study-is-closed');
    const sites = await listStudySites(tx, ofStudy);
    if (siteId && !sites.some(({ id }) => id === siteId)) {
      throw new ServiceError('invalid', 'study-site-unknown');
    }
    if (language && !study.languages.includes(language)) {
      throw new ServiceError('invalid', 'study-language-not-offered');
    }
    const links = await listStudyLinks(tx, ofStudy);
    if (links.some((link) => link.siteId === siteId && link.language === language)) {
      throw new ServiceError('conflict', 'link-exists');
    }
    if (!(await insertStudyLink(tx, { ...ofStudy, code, siteId, language }))) {
      throw new ServiceError('conflict');
    }
    await auditInvitations(tx, member, {
      action: 'link.created',
      studyId,
      detail: { code, siteId, language },
    });
  });
  return { code };
}
