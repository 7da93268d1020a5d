import type { Member } from '#db/actor.server.ts';
import { insertOutput } from '#db/queries/panel-output.server.ts';
import type { LocalText } from '#surveys/model/languages.ts';
import { auditPanel, changePanel } from '../panels/change-panel.server.ts';
import { requireWords } from './require-words.ts';

/** Plans something that will be published: from now on people choose how they are named in it. */
export async function addOutput(
  member: Member,
  { panelId, title }: { panelId: string; title: LocalText },
): Promise<void> {
  const change = {
    panelId,
    permission: 'panel-reports.publish',
    states: ['open', 'closed'],
  } as const;
  await changePanel(member, change, async (tx, panel) => {
    requireWords(title, panel.languages, 'output-title-missing');
    await insertOutput(tx, { organisationId: member.organisationId, panelId, title });
    await auditPanel(tx, member, { action: 'panel-output.added', panelId, detail: { title } });
  });
}
