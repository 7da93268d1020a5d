import type { Member } from '#db/actor.server.ts';
import { deleteStratum, hasPeople } from '#db/queries/panel-stratum.server.ts';
import { ServiceError } from '../../errors.ts';
import { auditPanel, changePanel } from '../panels/change-panel.server.ts';

/** A question that nobody was asked yet. */
export async function removeStratum(
  member: Member,
  { panelId, stratumId }: { panelId: string; stratumId: string },
): Promise<void> {
  await changePanel(member, { panelId, permission: 'panels.manage' }, async (tx) => {
    const ofPanel = { organisationId: member.organisationId, panelId };
    if (await hasPeople(tx, ofPanel)) throw new ServiceError('illegal-state', 'stratum-asked');
    if (!(await deleteStratum(tx, { ...ofPanel, stratumId }))) throw new ServiceError('conflict');
    await auditPanel(tx, member, {
      action: 'panel.target-removed',
      panelId,
      detail: { stratumId },
    });
  });
}
