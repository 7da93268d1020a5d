import { listOwnOrganisations as listOrganisations } from '#db/queries/membership.server.ts';
import { withActor } from '../../database.server.ts';

/** The organisations a person belongs to, by name. */
export async function listOwnOrganisations(
  userId: string,
): Promise<{ id: string; name: string }[]> {
  return withActor({ kind: 'signed-in', userId }, (tx) => listOrganisations(tx, { userId }));
}
