import { randomBytes } from 'node:crypto';
import type { Member } from '#db/actor.server.ts';
import { countByChannel } from '#db/queries/panel-channel.server.ts';
import { listDraws } from '#db/queries/panel-draw.server.ts';
import { listStrata } from '#db/queries/panel-stratum.server.ts';
import type { PanelMemberState } from '#db/schema/panel-member.ts';
import { can } from '../../permissions.ts';
import { panelSites, readPanel } from '../panels/read-panel.server.ts';

/** A seed made before the draw; whoever draws may type another. */
const newSeed = () => randomBytes(8).toString('hex');

/** The log of draws, and what a new one needs. */
export async function getDraws(member: Member, { panelId }: { panelId: string }) {
  return readPanel(member, { panelId }, async (tx, panel) => {
    const ofPanel = { organisationId: member.organisationId, panelId };
    const counts = await countByChannel(tx, ofPanel);
    const people = (...states: PanelMemberState[]) =>
      counts
        .filter(({ state }) => states.includes(state))
        .reduce((sum, { people }) => sum + people, 0);
    const draws = await listDraws(tx, ofPanel);
    const seats = draws.at(-1)?.seats ?? null;
    const seated = people('selected', 'active');
    const strata = await listStrata(tx, ofPanel);
    const sites = panelSites(panel);
    return {
      draws: draws.map(({ number, seats, reason, seed, drawnAt, seated }) => ({
        ...{ number, seats: seats - seated.length, reason, seed, drawnAt },
      })),
      strata: strata.map(({ id, question, bands, shares }) => ({ id, question, bands, shares })),
      candidates: people('candidate', 'not-selected'),
      seated,
      free: seats === null ? null : Math.max(0, seats - seated),
      minimum: panel.minimumGroup,
      seed: newSeed(),
      mayDraw:
        panel.state === 'open' &&
        can(member, 'panels.manage', sites) &&
        can(member, 'panel-members.manage', sites),
    };
  });
}
