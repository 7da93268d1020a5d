import type { Member } from '#db/actor.server.ts';
import { listEverySite } from '#db/queries/site.server.ts';
import { withActor } from '../../database.server.ts';
import { ServiceError } from '../../errors.ts';
import { authorise } from '../../permissions.ts';

export async function listSitesToManage(member: Member) {
  authorise(member, 'sites.manage');
  return withActor(member, (tx) => listEverySite(tx, { organisationId: member.organisationId }));
}

export async function getSiteToManage(member: Member, id: string) {
  const site = (await listSitesToManage(member)).find((candidate) => candidate.id === id);
  if (!site) throw new ServiceError('not-found');
  return site;
}
