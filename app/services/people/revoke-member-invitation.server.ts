import type { Member } from '#db/actor.server.ts';
import { deleteOpenMemberInvitations } from '#db/queries/member-invitation.server.ts';
import { withActor } from '../../database.server.ts';
import { ServiceError } from '../../errors.ts';
import { authorise } from '../../permissions.ts';
import { writeAudit } from '../audit/write-audit.server.ts';

export async function revokeMemberInvitation(member: Member, id: string): Promise<void> {
  authorise(member, 'people.manage');
  const { organisationId, userId } = member;
  await withActor(member, async (tx) => {
    const [revoked] = await deleteOpenMemberInvitations(tx, { organisationId, id });
    if (!revoked) throw new ServiceError('conflict');
    const { role, allSites, siteIds } = revoked;
    await writeAudit(tx, {
      organisationId,
      actor: userId,
      action: 'member.invitation-revoked',
      subjectId: id,
      detail: { role, allSites, siteIds },
    });
  });
}
