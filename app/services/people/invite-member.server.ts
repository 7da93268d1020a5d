import { randomBytes } from 'node:crypto';
import type { Member } from '#db/actor.server.ts';
import {
  deleteOpenMemberInvitations,
  insertMemberInvitation,
} from '#db/queries/member-invitation.server.ts';
import {
  getOrganisation,
  listMemberships,
  lockMemberships,
} from '#db/queries/membership.server.ts';
import { addMail } from '#db/queries/outbox.server.ts';
import { getUserByEmail } from '#db/queries/user.server.ts';
import { getDatabase, withActor } from '../../database.server.ts';
import { env } from '../../env.server.ts';
import { ServiceError } from '../../errors.ts';
import { toLanguage } from '../../i18n/locales.ts';
import { authorise } from '../../permissions.ts';
import { tokenHash } from '../../secrets.server.ts';
import { writeAudit } from '../audit/write-audit.server.ts';
import { checkScope, type RoleAndScope } from './check-scope.server.ts';
import { invitationLifetimeMs } from './invitation-lifetime.ts';
import { writeInvitationMail } from './write-invitation-mail.server.ts';

/**
 * Offers a membership by a one-time link, which is kept as a hash alone. With a mail server it is
 * mailed; without one it is returned, to be passed on by hand.
 */
export async function inviteMember(
  member: Member,
  input: { email: string } & RoleAndScope,
): Promise<{ link: string | null }> {
  authorise(member, 'people.manage');
  const { organisationId, userId } = member;
  const email = input.email.trim().toLowerCase();
  const token = randomBytes(24).toString('base64url');
  const link = `${env().publicUrl}/accept/${token}`;
  const known = await getUserByEmail(getDatabase(), { email });
  return withActor(member, async (tx) => {
    // Of two invitations to one address the later one must see the earlier, to end it.
    await lockMemberships(tx, { organisationId });
    const members = await listMemberships(tx, { organisationId });
    if (members.some((row) => row.userId === known?.id)) {
      throw new ServiceError('conflict', 'already-member');
    }
    const scope = await checkScope(tx, organisationId, input);
    await deleteOpenMemberInvitations(tx, { organisationId, email });
    const invitation = await insertMemberInvitation(tx, {
      ...scope,
      organisationId,
      email,
      tokenHash: tokenHash(token),
      invitedBy: userId,
      expiresAt: new Date(Date.now() + invitationLifetimeMs),
    });
    await writeAudit(tx, {
      organisationId,
      actor: userId,
      action: 'member.invited',
      subjectId: invitation.id,
      detail: scope,
    });
    if (!env().smtp) return { link };
    const organisation = await getOrganisation(tx, { organisationId });
    const language = toLanguage(organisation?.language);
    const text = await writeInvitationMail(language, {
      organisation: organisation?.name ?? '',
      role: scope.role,
      url: link,
    });
    await addMail(tx, { organisationId, recipient: email, language, ...text });
    return { link: null };
  });
}
