import { randomBytes } from 'node:crypto';
import type { Transaction } from '#db/database.ts';
import { setLink } from '#db/queries/panel-people.server.ts';
import { env } from '../../env.server.ts';
import { ServiceError } from '../../errors.ts';
import { tokenHash } from '../../secrets.server.ts';

/** A new link for somebody of a panel; the earlier one ends, and what was opened with it too. */
export async function newPersonalLink(
  tx: Transaction,
  person: { organisationId: string; panelId: string; memberId: string },
): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  if (!(await setLink(tx, { ...person, linkHash: tokenHash(token) }))) {
    throw new ServiceError('conflict');
  }
  return `${env().publicUrl}/panel/i/${token}`;
}
