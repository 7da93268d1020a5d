import type { Member } from '#db/actor.server.ts';
import type { Transaction } from '#db/database.ts';
import { findConcern } from '#db/queries/safeguarding.server.ts';
import { withActor } from '../../database.server.ts';
import { ServiceError } from '../../errors.ts';
import type { AuditAction } from '../audit/audit-actions.ts';
import { auditPanel } from '../panels/change-panel.server.ts';
import type { ConcernIds } from './concern-params.ts';

/** A concern that the database shows this member: it does to the person it is routed to, and to nobody else. */
export async function requireConcern(tx: Transaction, member: Member, ids: ConcernIds) {
  const concern = await findConcern(tx, { organisationId: member.organisationId, ...ids });
  if (!concern) throw new ServiceError('not-found');
  return concern;
}

/** Changes a concern and records it, without saying of whom it is; `work` says whether it changed anything. */
export async function changeConcern(
  member: Member,
  { action, ...ids }: ConcernIds & { action: AuditAction },
  work: (tx: Transaction) => Promise<boolean>,
): Promise<void> {
  await withActor(member, async (tx) => {
    await requireConcern(tx, member, ids);
    if (!(await work(tx))) throw new ServiceError('conflict', 'concern-changed');
    await auditPanel(tx, member, { action, panelId: ids.panelId });
  });
}
