import type { Member } from '#db/actor.server.ts';
import { countOpenStudiesOfSite, lockSites, setSiteArchived } from '#db/queries/site.server.ts';
import { withActor } from '../../database.server.ts';
import { ServiceError } from '../../errors.ts';
import { authorise } from '../../permissions.ts';
import { today } from '../../today.ts';
import { writeAudit } from '../audit/write-audit.server.ts';

/** Answers of an archived site stay; new studies no longer offer it. It can be taken back into use. */
export async function setArchived(
  member: Member,
  siteId: string,
  isArchived: boolean,
): Promise<void> {
  authorise(member, 'sites.manage');
  const { organisationId, userId } = member;
  await withActor(member, async (tx) => {
    await lockSites(tx, { organisationId });
    if (isArchived && (await countOpenStudiesOfSite(tx, { organisationId, siteId })) > 0) {
      throw new ServiceError('illegal-state', 'site-in-open-study');
    }
    const archivedOn = isArchived ? today() : null;
    const site = await setSiteArchived(tx, { organisationId, id: siteId, archivedOn });
    if (!site) throw new ServiceError('conflict');
    await writeAudit(tx, {
      organisationId,
      actor: userId,
      action: isArchived ? 'site.archived' : 'site.restored',
      subjectId: siteId,
    });
  });
}
