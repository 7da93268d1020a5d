import type { Member } from '#db/actor.server.ts';
import { countActivePeople, listPanels as findPanels } from '#db/queries/panel-set-up.server.ts';
import { withActor } from '../../database.server.ts';
import { authorise, can } from '../../permissions.ts';
import { shownCount } from './shown-count.ts';

/** The panels that the member may see, newest first. */
export async function listPanels(member: Member) {
  authorise(member, 'panels.read');
  const { organisationId } = member;
  return withActor(member, async (tx) => {
    const panels = await findPanels(tx, { organisationId });
    const counts = await countActivePeople(tx, { organisationId });
    return {
      mayCreate: can(member, 'panels.manage'),
      panels: panels.map((panel) => {
        const people = counts.find(({ panelId }) => panelId === panel.id)?.people ?? 0;
        return { ...panel, people: shownCount(people, panel.minimumGroup) };
      }),
    };
  });
}
