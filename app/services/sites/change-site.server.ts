import type { Member } from '#db/actor.server.ts';
import { updateSite } from '#db/queries/site.server.ts';
import { withActor } from '../../database.server.ts';
import { ServiceError } from '../../errors.ts';
import { authorise } from '../../permissions.ts';
import { writeAudit } from '../audit/write-audit.server.ts';
import { requireFreeName } from './require-free-name.server.ts';

export async function changeSite(
  member: Member,
  id: string,
  input: { name: string; country: string },
): Promise<void> {
  authorise(member, 'sites.manage');
  const { organisationId, userId } = member;
  await withActor(member, async (tx) => {
    await requireFreeName(tx, { organisationId, name: input.name, except: id });
    const site = await updateSite(tx, { organisationId, id, ...input });
    if (!site) throw new ServiceError('not-found');
    await writeAudit(tx, {
      organisationId,
      actor: userId,
      action: 'site.changed',
      subjectId: id,
      detail: input,
    });
  });
}
