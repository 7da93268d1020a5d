import type { Member } from '#db/actor.server.ts';
import { getMembership, lockMemberships, updateMembership } from '#db/queries/membership.server.ts';
import { withActor } from '../../database.server.ts';
import { ServiceError } from '../../errors.ts';
import { authorise } from '../../permissions.ts';
import { writeAudit } from '../audit/write-audit.server.ts';
import { checkScope, type RoleAndScope } from './check-scope.server.ts';
import { requireAdministratorLeft } from './require-administrator-left.server.ts';

export async function changeMembership(
  member: Member,
  id: string,
  input: RoleAndScope,
): Promise<void> {
  authorise(member, 'people.manage');
  const { organisationId, userId } = member;
  await withActor(member, async (tx) => {
    await lockMemberships(tx, { organisationId });
    const before = await getMembership(tx, { organisationId, id });
    if (!before) throw new ServiceError('not-found');
    const scope = await checkScope(tx, organisationId, input);
    await updateMembership(tx, { organisationId, id, ...scope });
    await requireAdministratorLeft(tx, organisationId);
    await writeAudit(tx, {
      organisationId,
      actor: userId,
      action: 'member.changed',
      subjectId: before.userId,
      detail: { from: before.role, ...scope },
    });
  });
}
