import type { Member } from '#db/actor.server.ts';
import { getOrganisation, listOwnOrganisations } from '#db/queries/membership.server.ts';
import { listSites } from '#db/queries/site.server.ts';
import { withActor } from '../../database.server.ts';
import { ServiceError } from '../../errors.ts';
import type { SignedInUser } from '../../http/session.server.ts';

export type WorkspaceFacts = {
  name: string;
  organisationId: string;
  organisation: string;
  otherOrganisations: { id: string; name: string }[];
  member: Pick<Member, 'role'> & { siteIds: string[] | null };
  /** Of the sites in the member's scope. */
  siteNames: string[];
};

/** What the frame around every signed-in page says about the person. */
export async function getWorkspace(
  member: Member & { user: SignedInUser },
): Promise<WorkspaceFacts> {
  return withActor(member, async (tx) => {
    const organisation = await getOrganisation(tx, { organisationId: member.organisationId });
    if (!organisation) throw new ServiceError('not-found');
    const sites = await listSites(tx, { organisationId: member.organisationId });
    const own = await listOwnOrganisations(tx, { userId: member.userId });
    return {
      organisationId: organisation.id,
      otherOrganisations: own.filter(({ id }) => id !== organisation.id),
      name: member.user.name,
      organisation: organisation.name,
      member: { role: member.role, siteIds: member.siteIds ? [...member.siteIds] : null },
      siteNames: sites.map((site) => site.name),
    };
  });
}
