import type { Member } from '#db/actor.server.ts';
import { listSessions } from '#db/queries/activity.server.ts';
import { listPanels } from '#db/queries/panel-set-up.server.ts';
import { listEverySite } from '#db/queries/site.server.ts';
import { listUsers } from '#db/queries/user.server.ts';
import { getDatabase, withActor } from '../../database.server.ts';
import { authorise, can } from '../../permissions.ts';
import { requireActivity } from './internal.server.ts';

/** An activity with its sessions in a room and its panels. */
export async function getActivity(member: Member, { activityId }: { activityId: string }) {
  authorise(member, 'panels.read');
  const { organisationId } = member;
  const page = await withActor(member, async (tx) => {
    const activity = await requireActivity(tx, member, activityId);
    const sites = await listEverySite(tx, { organisationId });
    return {
      activity,
      site: sites.find(({ id }) => id === activity.siteId)?.name ?? null,
      sites: sites.filter(({ archivedOn, id }) => archivedOn === null || id === activity.siteId),
      sessions: await listSessions(tx, { organisationId, activityId }),
      panels: (await listPanels(tx, { organisationId })).filter(
        (panel) => panel.activityId === activityId,
      ),
    };
  });
  const users = await listUsers(getDatabase(), {
    ids: [...new Set(page.sessions.map(({ recordedBy }) => recordedBy))],
  });
  const names = new Map(users.map(({ id, name }) => [id, name]));
  const sites = page.activity.siteId === null ? [] : [page.activity.siteId];
  return {
    ...page,
    sessions: page.sessions.map((session) => ({
      ...session,
      recordedByName: names.get(session.recordedBy) ?? null,
    })),
    mayManage: can(member, 'panels.manage', sites),
    seesAllSites: member.siteIds === null,
  };
}
