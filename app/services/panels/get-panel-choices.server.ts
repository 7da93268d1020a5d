import type { Member } from '#db/actor.server.ts';
import { listActivities } from '#db/queries/activity.server.ts';
import { listSites } from '#db/queries/site.server.ts';
import { withActor } from '../../database.server.ts';
import { authorise } from '../../permissions.ts';

/** For which activities and sites a new panel may be. */
export async function getPanelChoices(member: Member) {
  authorise(member, 'panels.manage');
  const { organisationId } = member;
  return withActor(member, async (tx) => ({
    activities: (await listActivities(tx, { organisationId }))
      .filter(({ endedOn }) => endedOn === null)
      .map(({ id, title }) => ({ id, title })),
    sites: await listSites(tx, { organisationId }),
    seesAllSites: member.siteIds === null,
  }));
}
