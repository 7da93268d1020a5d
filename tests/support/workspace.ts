import { randomBytes, randomUUID } from 'node:crypto';
import type { Member } from '#db/actor.server.ts';
import type { MemberRole } from '#db/schema/membership.ts';
import { memberships, membershipSites } from '#db/schema/membership.ts';
import { organisations, sites } from '#db/schema/organisation.ts';
import { user } from '#db/schema/sign-in.ts';
import { getDatabase, withActor } from '#app/database.server.ts';

export type Workspace = { organisationId: string; siteIds: string[]; siteNames: string[] };

/** An organisation of its own with sites: tests share a database without seeing each other. */
export async function createWorkspace(siteNames = ['North', 'South']): Promise<Workspace> {
  const slug = `org-${randomBytes(5).toString('hex')}`;
  return withActor({ kind: 'system', organisationId: null }, async (tx) => {
    const organisationId = randomUUID();
    await tx
      .insert(organisations)
      .values({ id: organisationId, name: slug, slug, contact: 'someone@example.org' });
    const siteIds: string[] = [];
    for (const name of siteNames) {
      const id = randomUUID();
      await tx.insert(sites).values({ organisationId, id, name, country: 'KZ' });
      siteIds.push(id);
    }
    return { organisationId, siteIds, siteNames };
  });
}

/** A person with a role in the workspace; without `siteIds` the role reaches every site. */
export async function createMember(
  workspace: Workspace,
  role: MemberRole,
  siteIds: string[] | null = null,
): Promise<Member> {
  const userId = randomUUID();
  await getDatabase()
    .insert(user)
    .values({ id: userId, name: role, email: `${userId}@example.org` });
  await withActor({ kind: 'system', organisationId: workspace.organisationId }, async (tx) => {
    const id = randomUUID();
    const { organisationId } = workspace;
    await tx
      .insert(memberships)
      .values({ organisationId, id, userId, role, allSites: siteIds === null });
    for (const siteId of siteIds ?? []) {
      await tx.insert(membershipSites).values({ organisationId, membershipId: id, siteId });
    }
  });
  return { kind: 'member', organisationId: workspace.organisationId, userId, role, siteIds };
}
