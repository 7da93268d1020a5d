import type { Member } from '#db/actor.server.ts';
import { hasDraw } from '#db/queries/panel-draw.server.ts';
import { listStrata } from '#db/queries/panel-stratum.server.ts';
import { notSaid } from '#db/schema/panel-member.ts';
import { ServiceError } from '../../errors.ts';
import { authorise } from '../../permissions.ts';
import { panelSites, readPanel } from '../panels/read-panel.server.ts';
import { problemOfDraw, type DrawSetUp } from './draw-problems.ts';
import { holdDraw } from './hold-draw.server.ts';

/** The draw of a panel among all candidates. There is one; afterwards people are replaced. */
export async function drawPeople(
  member: Member,
  { panelId, ...setUp }: DrawSetUp & { panelId: string },
): Promise<{ number: number }> {
  const read = await readPanel(
    member,
    { panelId, permission: 'panels.manage' },
    async (tx, panel) => {
      authorise(member, 'panel-members.manage', panelSites(panel));
      const ofPanel = { organisationId: member.organisationId, panelId };
      return { panel, strata: await listStrata(tx, ofPanel), isDrawn: await hasDraw(tx, ofPanel) };
    },
  );
  if (read.panel.state !== 'open') {
    throw new ServiceError('illegal-state', `panel-is-${read.panel.state}`);
  }
  if (read.isDrawn) throw new ServiceError('conflict', 'draw-exists');
  const isKnown = setUp.quotas.every(({ stratumId, band }) =>
    read.strata.some(
      ({ id, bands }) =>
        id === stratumId && (band === notSaid || bands.some((known) => known.id === band)),
    ),
  );
  if (!isKnown) throw new ServiceError('invalid', 'draw-quota-unknown');
  const problem = problemOfDraw(setUp, read.panel.minimumGroup, read.strata);
  if (problem) {
    const at = problem.at ? `${problem.at.stratumId}/${problem.at.band}` : '';
    throw new ServiceError('invalid', problem.reason, { at });
  }
  return holdDraw(member, { panelId, ...setUp, quotas: [...setUp.quotas], reason: null });
}
