import type { Member } from '#db/actor.server.ts';
import { markPosted } from '#db/queries/telling.server.ts';
import { today } from '../../today.ts';
import { auditPanel, changePanel } from '../panels/change-panel.server.ts';

/** Says that letters were sent, with the news that stood in them; what came meanwhile stays unsent. */
export async function markLettersPosted(
  member: Member,
  { panelId, tellingIds }: { panelId: string; tellingIds: readonly string[] },
): Promise<void> {
  const change = {
    panelId,
    permission: 'panel-members.manage',
    states: ['open', 'closed'],
  } as const;
  await changePanel(member, change, async (tx) => {
    const ofPanel = { organisationId: member.organisationId, panelId };
    const posted = await markPosted(tx, { ...ofPanel, ids: tellingIds, on: today() });
    if (posted === 0) return;
    await auditPanel(tx, member, { action: 'panel-news.posted', panelId, detail: { posted } });
  });
}
