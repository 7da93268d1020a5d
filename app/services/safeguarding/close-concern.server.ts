import type { Member } from '#db/actor.server.ts';
import { markConcernClosed } from '#db/queries/safeguarding.server.ts';
import { changeConcern } from './change-concern.server.ts';
import type { ConcernIds } from './concern-params.ts';

/** Ends a concern that was seen, with what was done about it. */
export async function closeConcern(
  member: Member,
  { action, ...ids }: ConcernIds & { action: string },
): Promise<void> {
  const { organisationId } = member;
  await changeConcern(member, { ...ids, action: 'concern.closed' }, async (tx) => {
    const closed = await markConcernClosed(tx, { organisationId, ...ids, action });
    return closed !== undefined;
  });
}
