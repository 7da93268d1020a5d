import type { Member } from '#db/actor.server.ts';
import { listDraws } from '#db/queries/panel-draw.server.ts';
import { ServiceError } from '../../errors.ts';
import { authorise } from '../../permissions.ts';
import { panelSites, readPanel } from '../panels/read-panel.server.ts';
import { holdDraw } from './hold-draw.server.ts';

/** Draws for seats that fell free, under the quotas of the first draw and with a reason. */
export async function replacePeople(
  member: Member,
  { panelId, seed, reason }: { panelId: string; seed: string; reason: string },
): Promise<{ number: number }> {
  const read = await readPanel(
    member,
    { panelId, permission: 'panels.manage' },
    async (tx, panel) => {
      authorise(member, 'panel-members.manage', panelSites(panel));
      const draws = await listDraws(tx, { organisationId: member.organisationId, panelId });
      return { panel, first: draws.at(-1) };
    },
  );
  if (read.panel.state !== 'open') {
    throw new ServiceError('illegal-state', `panel-is-${read.panel.state}`);
  }
  if (!read.first) throw new ServiceError('illegal-state', 'draw-none-yet');
  const { seats, quotas } = read.first;
  return holdDraw(member, { panelId, seed, seats, quotas, reason });
}
