import type { Member } from '#db/actor.server.ts';
import { insertSite } from '#db/queries/site.server.ts';
import { withActor } from '../../database.server.ts';
import { ServiceError } from '../../errors.ts';
import { authorise } from '../../permissions.ts';
import { writeAudit } from '../audit/write-audit.server.ts';
import { requireFreeName } from './require-free-name.server.ts';

export async function addSite(
  member: Member,
  input: { name: string; country: string },
): Promise<{ id: string }> {
  authorise(member, 'sites.manage');
  const { organisationId, userId } = member;
  return withActor(member, async (tx) => {
    await requireFreeName(tx, { organisationId, name: input.name });
    const site = await insertSite(tx, { organisationId, ...input });
    if (!site) throw new ServiceError('conflict', 'site-name-taken');
    await writeAudit(tx, {
      organisationId,
      actor: userId,
      action: 'site.added',
      subjectId: site.id,
      detail: input,
    });
    return site;
  });
}
