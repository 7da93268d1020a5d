import type { Member } from '#db/actor.server.ts';
import { lockSites } from '#db/queries/site.server.ts';
import { ServiceError } from '../../errors.ts';
import { today } from '../../today.ts';
import { auditPanel, changePanel } from './change-panel.server.ts';
import { savePanel } from './internal.server.ts';
import { findPanelProblems } from './opening-problems.server.ts';

/** From here on people can join; nothing may be missing of what they are to be told first. */
export async function openPanel(
  member: Member,
  { panelId, revision }: { panelId: string; revision: number },
): Promise<void> {
  const change = { panelId, permission: 'panels.manage', states: ['draft'] } as const;
  await changePanel(member, change, async (tx, panel) => {
    await lockSites(tx, { organisationId: member.organisationId });
    const problems = await findPanelProblems(tx, member, panel);
    if (problems.length > 0) {
      throw new ServiceError('illegal-state', 'panel-not-ready', { problems: problems.length });
    }
    const opened = { state: 'open', openedOn: today() } as const;
    await savePanel(tx, member, { panelId, revision, change: opened });
    await auditPanel(tx, member, { action: 'panel.opened', panelId });
  });
}
