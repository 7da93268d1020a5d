import { z } from 'zod';
import { everybody } from '../../permissions.ts';

/** The fields with which a role and its sites are chosen; messages are codes. */
export const roleScopeFields = {
  role: z.enum(everybody, { error: 'role-missing' }),
  scope: z.enum(['all', 'chosen'], { error: 'scope-missing' }),
  siteIds: z.array(z.uuid('site-unknown')).default([]),
};

type RoleScope = z.output<z.ZodObject<typeof roleScopeFields>>;

export function hasSites({ scope, siteIds }: Pick<RoleScope, 'scope' | 'siteIds'>): boolean {
  return scope === 'all' || siteIds.length > 0;
}

export const sitesMissing = { error: 'sites-missing', path: ['siteIds'] };

export function toRoleAndScope({ role, scope, siteIds }: RoleScope) {
  return { role, allSites: scope === 'all', siteIds };
}
