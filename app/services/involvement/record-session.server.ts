import type { Member } from '#db/actor.server.ts';
import { insertSession, type SessionValues } from '#db/queries/activity.server.ts';
import { withActor } from '../../database.server.ts';
import { ServiceError } from '../../errors.ts';
import { authorise } from '../../permissions.ts';
import { today } from '../../today.ts';
import { auditActivity, authoriseSite, requireActivity } from './internal.server.ts';

/** Which field of the form a refusal of the service is about. */
export const sessionRefusals = {
  'session-nobody': 'patients',
  'date-in-future': 'heldOn',
} as const;

/** A meeting in a room or on a call that was held. Who recorded it is kept with it. */
export async function recordSession(
  member: Member,
  { activityId, ...session }: SessionValues & { activityId: string },
): Promise<{ sessionId: string }> {
  authorise(member, 'panels.manage');
  const people = session.patients + session.carers + session.publicMembers;
  if (people === 0) throw new ServiceError('invalid', 'session-nobody');
  if (session.heldOn > today()) throw new ServiceError('invalid', 'date-in-future');
  return withActor(member, async (tx) => {
    const { siteId } = await requireActivity(tx, member, activityId);
    authoriseSite(member, 'panels.manage', siteId);
    const { organisationId, userId } = member;
    const ofActivity = { organisationId, activityId };
    const added = await insertSession(tx, { ...ofActivity, ...session, recordedBy: userId });
    if (!added) throw new ServiceError('conflict');
    await auditActivity(tx, member, {
      action: 'activity.session-recorded',
      activityId,
      detail: { sessionId: added.id, heldOn: session.heldOn, people },
    });
    return { sessionId: added.id };
  });
}
