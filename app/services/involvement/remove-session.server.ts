import type { Member } from '#db/actor.server.ts';
import { deleteSession } from '#db/queries/activity.server.ts';
import { withActor } from '../../database.server.ts';
import { ServiceError } from '../../errors.ts';
import { authorise } from '../../permissions.ts';
import { auditActivity, authoriseSite, requireActivity } from './internal.server.ts';

/** Takes back a session that was recorded by mistake; the trail keeps that it was. */
export async function removeSession(
  member: Member,
  { activityId, sessionId }: { activityId: string; sessionId: string },
): Promise<void> {
  authorise(member, 'panels.manage');
  await withActor(member, async (tx) => {
    const { siteId } = await requireActivity(tx, member, activityId);
    authoriseSite(member, 'panels.manage', siteId);
    const { organisationId } = member;
    const removed = await deleteSession(tx, { organisationId, activityId, sessionId });
    if (!removed) throw new ServiceError('not-found');
    await auditActivity(tx, member, {
      action: 'activity.session-removed',
      activityId,
      detail: { sessionId, heldOn: removed.heldOn },
    });
  });
}
