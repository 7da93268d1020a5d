import type { Member } from '#db/actor.server.ts';
import { today } from '../../today.ts';
import { auditPanel, changePanel } from './change-panel.server.ts';
import { savePanel } from './internal.server.ts';

/** Whether anybody can read the page of what came of it; of a closed panel too. */
export async function publishOutcomes(
  member: Member,
  { panelId, revision, isPublic }: { panelId: string; revision: number; isPublic: boolean },
): Promise<void> {
  const change = { panelId, permission: 'panels.manage', states: ['open', 'closed'] } as const;
  await changePanel(member, change, async (tx, panel) => {
    if ((panel.outcomesPublishedOn !== null) === isPublic) return;
    const outcomesPublishedOn = isPublic ? today() : null;
    await savePanel(tx, member, { panelId, revision, change: { outcomesPublishedOn } });
    const action = isPublic ? 'panel.outcomes-published' : 'panel.outcomes-withdrawn';
    await auditPanel(tx, member, { action, panelId });
  });
}
