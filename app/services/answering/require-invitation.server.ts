import { findInvitation, findReissued } from '#db/queries/invitation-token.server.ts';
import { withActor } from '../../database.server.ts';
import { ServiceError } from '../../errors.ts';
import { isWholeToken, tokenHash } from '../../secrets.server.ts';
import type { Receipt } from './ballot.server.ts';

/** The invitation of a personal link; a link that was replaced, or whose invitation is gone, says so. */
export async function requireInvitation(token: string) {
  const key = tokenHash(token);
  const invitation = await withActor({ kind: 'public', key }, (tx) =>
    findInvitation(tx, { tokenHash: key }),
  );
  if (invitation) return invitation;
  throw isWholeToken(token)
    ? new ServiceError('gone', 'invitation-gone')
    : new ServiceError('not-found', 'invitation-not-found');
}

export type HeldReceipt = Required<Receipt>;

export function receiptOf(invitation: Awaited<ReturnType<typeof requireInvitation>>): HeldReceipt {
  const { organisationId, waveId, id: invitationId, reissued } = invitation;
  return { organisationId, invitationId, waveId, reissued: String(reissued) };
}

/**
 * Whether the personal link that brought this browser here was replaced since. Read in a transaction of
 * its own, whose actor holds no ballot.
 */
export async function isLinkReplaced(receipt: Receipt | null): Promise<boolean> {
  if (receipt?.reissued === undefined) return false;
  const { organisationId, invitationId } = receipt;
  const reissued = await withActor({ kind: 'system', organisationId }, (tx) =>
    findReissued(tx, { organisationId, invitationId }),
  );
  return reissued !== Number(receipt.reissued);
}
