import type { Member } from '#db/actor.server.ts';
import { deleteOutput } from '#db/queries/panel-output.server.ts';
import { ServiceError } from '../../errors.ts';
import { auditPanel, changePanel } from '../panels/change-panel.server.ts';

/** Takes away what will not be published after all, with the choices made for it. */
export async function removeOutput(
  member: Member,
  { panelId, outputId }: { panelId: string; outputId: string },
): Promise<void> {
  const ofOutput = { organisationId: member.organisationId, panelId, outputId };
  const change = {
    panelId,
    permission: 'panel-reports.publish',
    states: ['open', 'closed'],
  } as const;
  await changePanel(member, change, async (tx) => {
    if (!(await deleteOutput(tx, ofOutput))) {
      throw new ServiceError('illegal-state', 'output-published');
    }
    await auditPanel(tx, member, { action: 'panel-output.removed', panelId, detail: { outputId } });
  });
}
