import type { Member } from '#db/actor.server.ts';
import { listActivities as findActivities } from '#db/queries/activity.server.ts';
import { listPanels } from '#db/queries/panel-set-up.server.ts';
import { withActor } from '../../database.server.ts';
import { authorise, can } from '../../permissions.ts';

/** The activities that the member may see, newest first. */
export async function listActivities(member: Member) {
  authorise(member, 'panels.read');
  const { organisationId } = member;
  return withActor(member, async (tx) => {
    const activities = await findActivities(tx, { organisationId });
    const panels = await listPanels(tx, { organisationId });
    return {
      mayCreate: can(member, 'panels.manage'),
      activities: activities.map((activity) => ({
        ...activity,
        panels: panels.filter(({ activityId }) => activityId === activity.id).length,
      })),
    };
  });
}
