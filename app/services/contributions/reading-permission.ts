import type { Member } from '#db/actor.server.ts';
import type { ContributionState } from '#db/schema/contribution.ts';
import { can, type Permission } from '../../permissions.ts';

/** By which right somebody opens the pages of contributions: translators see no other page of a panel. */
export function readingPermission(member: Pick<Member, 'role' | 'siteIds'>): Permission {
  return can(member, 'panels.read') ? 'panels.read' : 'contributions.translate';
}

/** What is not accepted is read by those who decide about it, and by who translates it for them. */
export function readableStates(member: Pick<Member, 'role' | 'siteIds'>): ContributionState[] {
  if (can(member, 'contributions.moderate')) {
    return ['received', 'redacted', 'accepted', 'rejected', 'withdrawn'];
  }
  return can(member, 'contributions.translate') ? ['redacted', 'accepted'] : ['accepted'];
}
