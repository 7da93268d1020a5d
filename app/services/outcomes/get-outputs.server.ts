import type { Member } from '#db/actor.server.ts';
import { listCredits, listOutputs } from '#db/queries/panel-output.server.ts';
import { readPanel } from '../panels/read-panel.server.ts';
import { acknowledgements } from './acknowledgements.server.ts';

/** What is or will be published, with the thanks people chose; of what is published, as it was frozen. */
export async function getOutputs(member: Member, { panelId }: { panelId: string }) {
  const ofPanel = { organisationId: member.organisationId, panelId };
  return readPanel(member, { panelId }, async (tx, panel) => {
    const credits = await listCredits(tx, ofPanel);
    const outputs = [];
    for (const { acknowledgement, ...output } of await listOutputs(tx, ofPanel)) {
      const own = credits.filter(({ outputId }) => outputId === output.id);
      const thanks =
        output.publishedOn === null
          ? await acknowledgements(panel.languages, own)
          : acknowledgement;
      outputs.push({ ...output, thanks });
    }
    return { outputs };
  });
}
