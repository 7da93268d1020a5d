import type { MemberRole } from '#db/schema/membership.ts';

/** What these may do concerns the whole organisation, so a scope of sites would leave them nothing. */
export const rolesOfAllSites = [
  'administrator',
  'data-custodian',
] as const satisfies readonly MemberRole[];
