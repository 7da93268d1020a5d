import { and, eq, sql } from 'drizzle-orm';
import type { Transaction } from '../database.ts';
import { memberships, membershipSites } from '../schema/membership.ts';
import { organisations } from '../schema/organisation.ts';

/** A person's own memberships, oldest first, with the sites of each. */
export async function listOwnMemberships(tx: Transaction, params: { userId: string }) {
  const rows = await tx
    .select({
      organisationId: memberships.organisationId,
      id: memberships.id,
      role: memberships.role,
      allSites: memberships.allSites,
      siteId: membershipSites.siteId,
    })
    .from(memberships)
    .leftJoin(
      membershipSites,
      and(
        eq(membershipSites.organisationId, memberships.organisationId),
        eq(membershipSites.membershipId, memberships.id),
      ),
    )
    .where(eq(memberships.userId, params.userId))
    .orderBy(memberships.createdAt, sql`${membershipSites.siteId}`);
  const byId = new Map<string, (typeof rows)[number] & { siteIds: string[] }>();
  for (const row of rows) {
    const known = byId.get(row.id) ?? { ...row, siteIds: [] };
    if (row.siteId) known.siteIds.push(row.siteId);
    byId.set(row.id, known);
  }
  return [...byId.values()];
}

export async function getOrganisation(tx: Transaction, params: { organisationId: string }) {
  const [organisation] = await tx
    .select({
      id: organisations.id,
      name: organisations.name,
      language: organisations.language,
      origin: organisations.origin,
    })
    .from(organisations)
    .where(eq(organisations.id, params.organisationId));
  return organisation;
}
