import { acceptMemberInvitation } from '#db/queries/member-invitation.server.ts';
import { insertMembership } from '#db/queries/membership.server.ts';
import { withActor } from '../../database.server.ts';
import { ServiceError } from '../../errors.ts';
import { tokenHash } from '../../secrets.server.ts';
import { writeAudit } from '../audit/write-audit.server.ts';
import { createAccount, deleteAccount } from '../sign-in/create-account.server.ts';
import { getOffer } from './get-offer.server.ts';

/** Consumes the link and makes the membership: both or neither. */
async function join(token: string, userId: string): Promise<string> {
  const key = tokenHash(token);
  return withActor({ kind: 'system', organisationId: null }, async (tx) => {
    const accepted = await acceptMemberInvitation(tx, { tokenHash: key, now: new Date() });
    if (!accepted) throw new ServiceError('gone', 'link-gone');
    const { organisationId, id, role, allSites, siteIds } = accepted;
    const membership = await insertMembership(tx, {
      organisationId,
      userId,
      role,
      allSites,
      siteIds,
    });
    if (!membership) throw new ServiceError('conflict', 'already-member');
    await writeAudit(tx, {
      organisationId,
      actor: userId,
      action: 'member.joined',
      subjectId: userId,
      detail: { invitation: id, role, allSites, siteIds },
    });
    return organisationId;
  });
}

/** For an address without an account: makes one and joins. */
export async function acceptAsNewcomer(
  token: string,
  input: { name: string; password: string },
): Promise<{ email: string }> {
  const { email } = await getOffer(token);
  const userId = await createAccount({ ...input, email });
  try {
    await join(token, userId);
  } catch (error) {
    await deleteAccount(userId);
    throw error;
  }
  return { email };
}

/** For somebody who is signed in with the invited address; answers with the organisation joined. */
export async function acceptAsAccount(
  token: string,
  user: { id: string; email: string },
): Promise<string> {
  const { accountId } = await getOffer(token);
  if (accountId !== user.id) throw new ServiceError('forbidden');
  return join(token, user.id);
}
