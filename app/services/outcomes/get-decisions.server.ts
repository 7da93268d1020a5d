import type { Member } from '#db/actor.server.ts';
import { listWaitingPeople } from '#db/queries/telling.server.ts';
import { can } from '../../permissions.ts';
import { panelSites, readPanel } from '../panels/read-panel.server.ts';
import { readOutcomes } from './read-outcomes.server.ts';
import { toldInTime } from './told-in-time.server.ts';

/** What the panel asks for and what became of it: open first, by age. */
export async function getDecisions(member: Member, { panelId }: { panelId: string }) {
  const { organisationId } = member;
  return readPanel(member, { panelId }, async (tx, panel) => {
    const outcomes = await readOutcomes(tx, { organisationId, panelId });
    const sites = panelSites(panel);
    const maySeePeople = can(member, 'panel-members.read', sites);
    const waiting = maySeePeople ? await listWaitingPeople(tx, { panelId, hasAddress: false }) : [];
    return {
      open: outcomes.filter(({ decisions }) => decisions.length === 0),
      decided: outcomes.filter(({ decisions }) => decisions.length > 0),
      told: await toldInTime(tx, panel),
      minimumGroup: panel.minimumGroup,
      letters: waiting.length,
      mayAdd: can(member, 'suggestions.manage', sites) && panel.state !== 'draft',
    };
  });
}
