import type { Member } from '#db/actor.server.ts';
import { findActivity } from '#db/queries/activity.server.ts';
import { listRounds } from '#db/queries/panel-round.server.ts';
import { countActivePeople } from '#db/queries/panel-set-up.server.ts';
import { listEverySite } from '#db/queries/site.server.ts';
import { today } from '../../today.ts';
import { findPanelProblems } from './opening-problems.server.ts';
import { readPanel } from './read-panel.server.ts';
import { shownCount } from './shown-count.ts';

/** The first page of a panel: what is missing, what it is for, what is going on. */
export async function getPanelOverview(member: Member, { panelId }: { panelId: string }) {
  const { organisationId } = member;
  return readPanel(member, { panelId }, async (tx, panel) => {
    const { activityId } = panel;
    const activity = await findActivity(tx, { organisationId, activityId });
    const sites = await listEverySite(tx, { organisationId });
    const rounds = await listRounds(tx, { organisationId, panelId });
    const counts = await countActivePeople(tx, { organisationId });
    const people = counts.find((row) => row.panelId === panelId)?.people ?? 0;
    const open = rounds.find(({ state, source }) => state === 'open' && source === 'panel') ?? null;
    return {
      panel,
      // A member of some sites does not see an activity of the whole organisation.
      activity: activity ? { id: activity.id, title: activity.title } : null,
      site: sites.find(({ id }) => id === panel.siteId)?.name ?? null,
      people: shownCount(people, panel.minimumGroup),
      rounds: rounds.length,
      openRound: open,
      isOverdue: open?.closesOn != null && open.closesOn < today(),
      problems: panel.state === 'draft' ? await findPanelProblems(tx, member, panel) : [],
    };
  });
}
