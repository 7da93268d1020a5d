import type { Member } from '#db/actor.server.ts';
import { listOpenMemberInvitations } from '#db/queries/member-invitation.server.ts';
import { listMemberships } from '#db/queries/membership.server.ts';
import { listSites } from '#db/queries/site.server.ts';
import { listUsers } from '#db/queries/user.server.ts';
import { getDatabase, withActor } from '../../database.server.ts';
import { authorise } from '../../permissions.ts';

/** Everybody who belongs to the organisation, in no order, and who is invited to. */
export async function listPeople(member: Member) {
  authorise(member, 'people.read');
  const { organisationId } = member;
  const { memberships, invitations, sites } = await withActor(member, async (tx) => ({
    memberships: await listMemberships(tx, { organisationId }),
    invitations: await listOpenMemberInvitations(tx, { organisationId }),
    sites: await listSites(tx, { organisationId }),
  }));
  const users = await listUsers(getDatabase(), { ids: memberships.map((row) => row.userId) });
  const userById = new Map(users.map((user) => [user.id, user]));
  const people = memberships.flatMap((row) => {
    const user = userById.get(row.userId);
    return user
      ? [
          {
            ...row,
            name: user.name,
            email: user.email,
            isSelf: user.id === member.userId,
            twoFactorEnabled: user.twoFactorEnabled,
          },
        ]
      : [];
  });
  return { people, invitations, sites };
}
