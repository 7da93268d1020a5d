import type { Member } from '#db/actor.server.ts';
import { listSites } from '#db/queries/site.server.ts';
import { withActor } from '../../database.server.ts';
import { authorise } from '../../permissions.ts';

/** The sites that a membership can be confined to. */
export async function listScopeChoices(member: Member) {
  authorise(member, 'people.manage');
  return withActor(member, (tx) => listSites(tx, { organisationId: member.organisationId }));
}
