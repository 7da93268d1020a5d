import type { Member } from '#db/actor.server.ts';
import { countPanelPeople, deletePanelDraft } from '#db/queries/panel-set-up.server.ts';
import { ServiceError } from '../../errors.ts';
import { auditPanel, changePanel } from './change-panel.server.ts';

/** Takes a draft away that nobody has joined, with everything that was written for it. */
export async function deletePanel(
  member: Member,
  { panelId }: { panelId: string },
): Promise<{ activityId: string }> {
  const change = { panelId, permission: 'panels.manage', states: ['draft'] } as const;
  return changePanel(member, change, async (tx, panel) => {
    const ofPanel = { organisationId: member.organisationId, panelId };
    if ((await countPanelPeople(tx, ofPanel)) > 0) {
      throw new ServiceError('illegal-state', 'panel-has-people');
    }
    if (!(await deletePanelDraft(tx, ofPanel))) throw new ServiceError('conflict');
    const { title, activityId, siteId } = panel;
    await auditPanel(tx, member, {
      action: 'panel.deleted',
      panelId,
      detail: { title, activityId, siteId },
    });
    return { activityId };
  });
}
