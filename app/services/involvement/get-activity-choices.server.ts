import type { Member } from '#db/actor.server.ts';
import { listSites } from '#db/queries/site.server.ts';
import { withActor } from '../../database.server.ts';
import { authorise } from '../../permissions.ts';

/** The sites a new activity may be for. */
export async function getActivityChoices(member: Member) {
  authorise(member, 'panels.manage');
  const { organisationId } = member;
  const sites = await withActor(member, (tx) => listSites(tx, { organisationId }));
  return { sites, seesAllSites: member.siteIds === null };
}
