import { getMemberInvitation } from '#db/queries/member-invitation.server.ts';
import { getOrganisation } from '#db/queries/membership.server.ts';
import { getUserByEmail } from '#db/queries/user.server.ts';
import { getDatabase, withActor } from '../../database.server.ts';
import { ServiceError } from '../../errors.ts';
import { isWholeToken, tokenHash } from '../../secrets.server.ts';

/** What a one-time link offers; looking at it changes nothing. */
export async function getOffer(token: string) {
  const key = tokenHash(token);
  const invitation = await withActor({ kind: 'public', key }, (tx) =>
    getMemberInvitation(tx, { tokenHash: key }),
  );
  if (!invitation) {
    throw isWholeToken(token)
      ? new ServiceError('gone', 'link-gone')
      : new ServiceError('not-found');
  }
  if (invitation.acceptedAt || invitation.expiresAt <= new Date()) {
    throw new ServiceError('gone', 'link-gone');
  }
  const { organisationId, email, role } = invitation;
  const organisation = await withActor({ kind: 'system', organisationId }, (tx) =>
    getOrganisation(tx, { organisationId }),
  );
  const account = await getUserByEmail(getDatabase(), { email });
  return {
    organisation: organisation?.name ?? '',
    email,
    role,
    accountId: account?.id ?? null,
  };
}
