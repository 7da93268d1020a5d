import { randomBytes } from 'node:crypto';
import type { Member } from '#db/actor.server.ts';
import { countByChannel } from '#db/queries/panel-channel.server.ts';
import { listDraws } from '#db/queries/panel-draw.server.ts';
import { listStrata } from '#db/queries/panel-stratum.server.ts';
import type { PanelMemberState } from '#db/schema/panel-member.ts';
import { can } from '../../permissions.ts';
import { shownCounts } from '../outcomes/shown-counts.ts';
import { panelSites, readPanel } from '../panels/read-panel.server.ts';
import { countFor } from './count-for.ts';

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
    const seesPeople = can(member, 'panel-members.read', sites);
    const free = seats === null ? null : Math.max(0, seats - seated);
    const isWhole = !shownCounts([seated, free ?? 0], panel.minimumGroup).includes(null);
    const shown = countFor({ seesPeople, minimum: panel.minimumGroup });
    return {
      draws: draws.map(({ number, seats, reason, seed, drawnAt, seated }) => ({
        ...{ number, seats: shown(seats - seated.length), reason, seed, drawnAt },
      })),
      strata: strata.map(({ id, question, bands, shares }) => ({ id, question, bands, shares })),
      candidates: shown(people('candidate', 'not-selected')),
      // Seats less those that are taken are people who left.
      seated: seesPeople || isWhole ? shown(seated) : ('hidden' as const),
      free: seesPeople ? free : null,
      minimum: panel.minimumGroup,
      seed: newSeed(),
      mayDraw:
        panel.state === 'open' &&
        can(member, 'panels.manage', sites) &&
        can(member, 'panel-members.manage', sites),
    };
  });
}
