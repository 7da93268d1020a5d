import type { Member } from '#db/actor.server.ts';
import { deleteMembership, getMembership, lockMemberships } from '#db/queries/membership.server.ts';
import { withActor } from '../../database.server.ts';
import { ServiceError } from '../../errors.ts';
import { authorise } from '../../permissions.ts';
import { writeAudit } from '../audit/write-audit.server.ts';
import { requireAdministratorLeft } from './require-administrator-left.server.ts';

/** Takes the membership away; the account stays, so that the audit trail keeps its name. */
export async function removeMember(member: Member, id: string): Promise<void> {
  authorise(member, 'people.manage');
  const { organisationId, userId } = member;
  await withActor(member, async (tx) => {
    await lockMemberships(tx, { organisationId });
    const removed = await getMembership(tx, { organisationId, id });
    if (!removed) throw new ServiceError('not-found');
    await deleteMembership(tx, { organisationId, id });
    await requireAdministratorLeft(tx, organisationId);
    await writeAudit(tx, {
      organisationId,
      actor: userId,
      action: 'member.removed',
      subjectId: removed.userId,
      detail: { role: removed.role },
    });
  });
}
