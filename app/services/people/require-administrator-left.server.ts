import type { Transaction } from '#db/database.ts';
import { countAdministrators } from '#db/queries/membership.server.ts';
import { ServiceError } from '../../errors.ts';

/**
 * Asked after the change and under `lockMemberships`, so the database has the last word: of two
 * administrators who remove each other at once, one is refused.
 */
export async function requireAdministratorLeft(
  tx: Transaction,
  organisationId: string,
): Promise<void> {
  if ((await countAdministrators(tx, { organisationId })) === 0) {
    throw new ServiceError('conflict', 'last-administrator');
  }
}
