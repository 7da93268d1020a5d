import type { Member } from '#db/actor.server.ts';
import { listOpenPrompts } from '#db/queries/panel-entry.server.ts';
import { readPanel } from '../panels/read-panel.server.ts';

/** What can be answered now on somebody's behalf. */
export async function getEntryPage(member: Member, { panelId }: { panelId: string }) {
  const permission = 'panel-members.manage';
  return readPanel(member, { panelId, permission }, async (tx, panel) => ({
    prompts: await listOpenPrompts(tx, { organisationId: member.organisationId, panelId }),
    isPolicyPublished: panel.policyPublishedOn !== null,
  }));
}
