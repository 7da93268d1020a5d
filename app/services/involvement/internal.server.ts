import type { Member } from '#db/actor.server.ts';
import type { Transaction } from '#db/database.ts';
import { findActivity } from '#db/queries/activity.server.ts';
import { listSites } from '#db/queries/site.server.ts';
import { ServiceError } from '../../errors.ts';
import { authorise } from '../../permissions.ts';
import type { AuditAction } from '../audit/audit-actions.ts';
import { writeAudit } from '../audit/write-audit.server.ts';

/** What belongs to no site belongs to the whole organisation: only who sees all of it may change it. */
export function authoriseSite(
  member: Member,
  permission: 'panels.manage' | 'panels.read',
  siteId: string | null,
): void {
  authorise(member, permission, siteId === null ? [] : [siteId]);
  if (siteId === null && member.siteIds !== null) {
    throw new ServiceError('forbidden', 'forbidden-sites', { permission });
  }
}

export async function requireSiteInUse(
  tx: Transaction,
  { organisationId }: Pick<Member, 'organisationId'>,
  siteId: string | null,
): Promise<void> {
  if (siteId === null) return;
  const sites = await listSites(tx, { organisationId });
  if (!sites.some(({ id }) => id === siteId)) throw new ServiceError('invalid', 'site-unknown');
}

export async function requireActivity(
  tx: Transaction,
  { organisationId }: Pick<Member, 'organisationId'>,
  activityId: string,
) {
  const activity = await findActivity(tx, { organisationId, activityId });
  if (!activity) throw new ServiceError('not-found');
  return activity;
}

export async function auditActivity(
  tx: Transaction,
  member: Pick<Member, 'organisationId' | 'userId'>,
  event: { action: AuditAction; activityId: string; detail?: Record<string, unknown> },
): Promise<void> {
  await writeAudit(tx, {
    organisationId: member.organisationId,
    actor: member.userId,
    action: event.action,
    subjectId: event.activityId,
    detail: event.detail ?? {},
  });
}
