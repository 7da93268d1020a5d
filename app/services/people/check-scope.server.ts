import type { Transaction } from '#db/database.ts';
import type { Scope } from '#db/queries/membership.server.ts';
import { listSites } from '#db/queries/site.server.ts';
import type { MemberRole } from '#db/schema/membership.ts';
import { ServiceError } from '../../errors.ts';
import { rolesOfAllSites } from './roles-of-all-sites.ts';

export type RoleAndScope = { role: MemberRole } & Scope;

/** A role that looks after the organisation cannot be confined to sites; chosen sites must exist. */
export async function checkScope(
  tx: Transaction,
  organisationId: string,
  wanted: RoleAndScope,
): Promise<RoleAndScope> {
  if (wanted.allSites) return { role: wanted.role, allSites: true, siteIds: [] };
  if (rolesOfAllSites.some((role) => role === wanted.role)) {
    throw new ServiceError('invalid', 'role-needs-all-sites');
  }
  const known = new Set((await listSites(tx, { organisationId })).map((site) => site.id));
  const siteIds = [...new Set(wanted.siteIds)];
  if (siteIds.length === 0 || siteIds.some((site) => !known.has(site))) {
    throw new ServiceError('invalid', 'site-unknown');
  }
  return { role: wanted.role, allSites: false, siteIds };
}
