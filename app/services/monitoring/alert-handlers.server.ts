import { listMemberships } from '#db/queries/membership.server.ts';
import type { Transaction } from '#db/database.ts';
import { can } from '../../permissions.ts';

/** Accounts that may handle alerts of a site. */
export async function listHandlers(
  tx: Transaction,
  { organisationId, siteId }: { organisationId: string; siteId: string },
): Promise<string[]> {
  const memberships = await listMemberships(tx, { organisationId });
  return memberships
    .filter(({ role, allSites, siteIds }) =>
      can({ role, siteIds: allSites ? null : siteIds }, 'alerts.handle', [siteId]),
    )
    .map(({ userId }) => userId);
}
