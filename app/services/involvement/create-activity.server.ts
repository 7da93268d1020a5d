import { randomUUID } from 'node:crypto';
import type { Member } from '#db/actor.server.ts';
import { insertActivity } from '#db/queries/activity.server.ts';
import { withActor } from '../../database.server.ts';
import { checkActivity, type ActivityDescription } from './check-activity.ts';
import { auditActivity, authoriseSite, requireSiteInUse } from './internal.server.ts';

/** Says why people are asked, before anybody is. */
export async function createActivity(
  member: Member,
  activity: ActivityDescription,
): Promise<{ activityId: string }> {
  authoriseSite(member, 'panels.manage', activity.siteId);
  checkActivity(activity);
  const activityId = randomUUID();
  await withActor(member, async (tx) => {
    await requireSiteInUse(tx, member, activity.siteId);
    await insertActivity(tx, {
      organisationId: member.organisationId,
      activityId,
      ...activity,
    });
    await auditActivity(tx, member, {
      action: 'activity.created',
      activityId,
      detail: { ...activity },
    });
  });
  return { activityId };
}
