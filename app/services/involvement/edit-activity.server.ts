import type { Member } from '#db/actor.server.ts';
import { updateActivity } from '#db/queries/activity.server.ts';
import { withActor } from '../../database.server.ts';
import { ServiceError } from '../../errors.ts';
import { authorise } from '../../permissions.ts';
import { checkActivity, type ActivityDescription } from './check-activity.ts';
import {
  auditActivity,
  authoriseSite,
  requireActivity,
  requireSiteInUse,
} from './internal.server.ts';

/** Changes an activity unless somebody else did meanwhile, who is not overwritten unseen. */
export async function editActivity(
  member: Member,
  input: ActivityDescription & { activityId: string; revision: number },
): Promise<void> {
  const { activityId, revision, ...activity } = input;
  authorise(member, 'panels.manage');
  await withActor(member, async (tx) => {
    const before = await requireActivity(tx, member, activityId);
    authoriseSite(member, 'panels.manage', before.siteId);
    authoriseSite(member, 'panels.manage', activity.siteId);
    checkActivity(activity);
    if (activity.siteId !== before.siteId) await requireSiteInUse(tx, member, activity.siteId);
    const { organisationId } = member;
    if (!(await updateActivity(tx, { organisationId, activityId, revision, ...activity }))) {
      const { revision: newest } = await requireActivity(tx, member, activityId);
      throw new ServiceError('conflict', 'edited-meanwhile', { revision: newest });
    }
    await auditActivity(tx, member, {
      action: 'activity.edited',
      activityId,
      detail: { ...activity },
    });
  });
}
