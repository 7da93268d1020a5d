import { listOwnMemberships } from '#db/queries/membership.server.ts';
import { withActor } from '../../database.server.ts';

export async function hasMembership(userId: string): Promise<boolean> {
  const memberships = await withActor({ kind: 'signed-in', userId }, (tx) =>
    listOwnMemberships(tx, { userId }),
  );
  return memberships.length > 0;
}
