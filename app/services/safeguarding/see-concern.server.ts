import type { Member } from '#db/actor.server.ts';
import { markConcernSeen } from '#db/queries/safeguarding.server.ts';
import { changeConcern } from './change-concern.server.ts';
import type { ConcernIds } from './concern-params.ts';

/** The person to whom a concern goes has looked at it: the time until now is the time to see. */
export async function seeConcern(member: Member, ids: ConcernIds): Promise<void> {
  const { organisationId, userId } = member;
  await changeConcern(member, { ...ids, action: 'concern.seen' }, async (tx) => {
    const seen = await markConcernSeen(tx, { organisationId, ...ids, by: userId });
    return seen !== undefined;
  });
}
