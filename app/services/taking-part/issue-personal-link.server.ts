import { randomBytes } from 'node:crypto';
import type { Transaction } from '#db/database.ts';
import { replaceLink } from '#db/queries/personal-link.server.ts';
import { env } from '../../env.server.ts';
import { ServiceError } from '../../errors.ts';
import { tokenHash } from '../../secrets.server.ts';

/** The address that goes to the person and is stored nowhere; tables hold the token's hash. */
export function personalLink(token: string): string {
  return `${env().publicUrl}/panel/i/${token}`;
}

type Issue = {
  organisationId: string;
  memberId: string;
  /** Browsers that opened the old link are sent away too; else only the old link ends. */
  endsPasses?: boolean;
};

/**
 * A new personal link for somebody of a panel; the old one no longer opens. The caller authorises,
 * brings the transaction, and passes the link on to nobody but the person.
 */
export async function issuePersonalLink(
  tx: Transaction,
  { organisationId, memberId, endsPasses = true }: Issue,
): Promise<{ link: string; panelId: string; language: string }> {
  const token = randomBytes(32).toString('base64url');
  const linkHash = tokenHash(token);
  const member = await replaceLink(tx, { organisationId, memberId, linkHash, endsPasses });
  if (!member) throw new ServiceError('not-found');
  return { link: personalLink(token), ...member };
}
