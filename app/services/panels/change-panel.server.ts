import type { Member } from '#db/actor.server.ts';
import type { Transaction } from '#db/database.ts';
import { lockPanel } from '#db/queries/panel.server.ts';
import type { PanelState } from '#db/schema/panel.ts';
import { withActor } from '../../database.server.ts';
import { ServiceError } from '../../errors.ts';
import { authorise, type Permission } from '../../permissions.ts';
import type { AuditAction } from '../audit/audit-actions.ts';
import { writeAudit } from '../audit/write-audit.server.ts';
import { panelSites, requirePanel, type Panel } from './read-panel.server.ts';

type Change = {
  panelId: string;
  permission: Permission;
  /** In which states of the panel it may be done. */
  states?: readonly PanelState[];
};

/**
 * Changes a panel or what lies in it, as the member and in one transaction. The panel is held until it
 * ends, so that nobody closes it meanwhile.
 */
export async function changePanel<Result>(
  member: Member,
  { panelId, permission, states = ['draft', 'open'] }: Change,
  work: (tx: Transaction, panel: Panel) => Promise<Result>,
): Promise<Result> {
  authorise(member, permission);
  return withActor(member, async (tx) => {
    await lockPanel(tx, { organisationId: member.organisationId, panelId });
    const panel = await requirePanel(tx, member, panelId);
    authorise(member, permission, panelSites(panel));
    if (!states.includes(panel.state)) {
      throw new ServiceError('illegal-state', `panel-is-${panel.state}`);
    }
    return work(tx, panel);
  });
}

export async function auditPanel(
  tx: Transaction,
  member: Pick<Member, 'organisationId' | 'userId'>,
  event: { action: AuditAction; panelId: string; detail?: Record<string, unknown> },
): Promise<void> {
  await writeAudit(tx, {
    organisationId: member.organisationId,
    actor: member.userId,
    action: event.action,
    subjectId: event.panelId,
    detail: event.detail ?? {},
  });
}
