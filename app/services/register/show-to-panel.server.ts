import type { Member } from '#db/actor.server.ts';
import { deletePanelSystem, insertPanelSystem } from '#db/queries/panel-system.server.ts';
import { findPanel } from '#db/queries/panel.server.ts';
import { withActor } from '../../database.server.ts';
import { ServiceError } from '../../errors.ts';
import { authorise } from '../../permissions.ts';
import { today } from '../../today.ts';
import { auditRegister, requireSystem } from './internal.server.ts';

type PanelAndSystem = { systemId: string; panelId: string };

/** From now on the people of an open panel read how far the system follows each recommendation. */
export async function showToPanel(
  member: Member,
  { systemId, panelId }: PanelAndSystem,
): Promise<void> {
  authorise(member, 'models.manage');
  const { organisationId, userId: shownBy } = member;
  await withActor(member, async (tx) => {
    await requireSystem(tx, member, systemId);
    const panel = await findPanel(tx, { organisationId, panelId });
    if (!panel) throw new ServiceError('not-found');
    if (panel.state !== 'open') throw new ServiceError('illegal-state', `panel-is-${panel.state}`);
    const row = { organisationId, panelId, systemId, shownOn: today(), shownBy };
    // Twice is once: whoever came second wanted what is there.
    if (!(await insertPanelSystem(tx, row))) return;
    const action = 'system.shown-to-panel';
    await auditRegister(tx, member, { action, subjectId: systemId, detail: { panelId } });
  });
}

/** What people have read they have read; from now on they do not find it. */
export async function hideFromPanel(
  member: Member,
  { systemId, panelId }: PanelAndSystem,
): Promise<void> {
  authorise(member, 'models.manage');
  const { organisationId } = member;
  await withActor(member, async (tx) => {
    await requireSystem(tx, member, systemId);
    if (!(await deletePanelSystem(tx, { organisationId, panelId, systemId }))) return;
    const action = 'system.hidden-from-panel';
    await auditRegister(tx, member, { action, subjectId: systemId, detail: { panelId } });
  });
}
