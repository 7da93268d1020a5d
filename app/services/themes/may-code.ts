import type { MemberRole } from '#db/schema/membership.ts';
import { can } from '../../permissions.ts';

type Membership = { role: MemberRole; allSites: boolean; siteIds: readonly string[] };

/** Whether somebody may code what was said in a panel. */
export function mayCode(
  { role, allSites, siteIds }: Membership,
  { siteId }: { siteId: string | null },
): boolean {
  const sites = siteId === null ? [] : [siteId];
  return can({ role, siteIds: allSites ? null : siteIds }, 'themes.code', sites);
}
