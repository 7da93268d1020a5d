import type { Member } from '#db/actor.server.ts';
import { listCredits, lockOutput, publishOutputRow } from '#db/queries/panel-output.server.ts';
import { ServiceError } from '../../errors.ts';
import { today } from '../../today.ts';
import { auditPanel, changePanel } from '../panels/change-panel.server.ts';
import { acknowledgements } from './acknowledgements.server.ts';

/** Freezes the thanks as people have chosen them until now. */
export async function publishOutput(
  member: Member,
  { panelId, outputId }: { panelId: string; outputId: string },
): Promise<void> {
  const ofOutput = { organisationId: member.organisationId, panelId, outputId };
  const change = {
    panelId,
    permission: 'panel-reports.publish',
    states: ['open', 'closed'],
  } as const;
  await changePanel(member, change, async (tx, panel) => {
    const output = await lockOutput(tx, ofOutput);
    if (!output) throw new ServiceError('not-found');
    if (output.publishedOn !== null) throw new ServiceError('illegal-state', 'output-published');
    const credits = (await listCredits(tx, ofOutput)).filter((row) => row.outputId === outputId);
    const acknowledgement = await acknowledgements(panel.languages, credits);
    await publishOutputRow(tx, { ...ofOutput, publishedOn: today(), acknowledgement });
    await auditPanel(tx, member, {
      action: 'panel-output.published',
      panelId,
      detail: { outputId },
    });
  });
}
