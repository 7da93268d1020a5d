import { and, eq, sql } from 'drizzle-orm';
import type { Transaction } from '../database.ts';
import { memberships, membershipSites, type MemberRole } from '../schema/membership.ts';
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

export async function listOwnOrganisations(tx: Transaction, params: { userId: string }) {
  return tx
    .select({ id: organisations.id, name: organisations.name })
    .from(memberships)
    .innerJoin(organisations, eq(organisations.id, memberships.organisationId))
    .where(eq(memberships.userId, params.userId))
    .orderBy(organisations.name);
}

export async function countOwnMemberships(tx: Transaction, params: { userId: string }) {
  return tx.$count(memberships, eq(memberships.userId, params.userId));
}

export async function getOrganisation(tx: Transaction, params: { organisationId: string }) {
  const [organisation] = await tx
    .select({
      id: organisations.id,
      name: organisations.name,
      language: organisations.language,
      origin: organisations.origin,
      contact: organisations.contact,
    })
    .from(organisations)
    .where(eq(organisations.id, params.organisationId));
  return organisation;
}

export type Scope = { allSites: boolean; siteIds: readonly string[] };

/** All memberships of the organisation, with the sites of each. */
export async function listMemberships(tx: Transaction, params: { organisationId: string }) {
  const { organisationId } = params;
  const rows = await tx
    .select({
      id: memberships.id,
      userId: memberships.userId,
      role: memberships.role,
      allSites: memberships.allSites,
    })
    .from(memberships)
    .where(eq(memberships.organisationId, organisationId));
  const held = await tx
    .select({ membershipId: membershipSites.membershipId, siteId: membershipSites.siteId })
    .from(membershipSites)
    .where(eq(membershipSites.organisationId, organisationId));
  return rows.map((row) => ({
    ...row,
    siteIds: held.filter(({ membershipId }) => membershipId === row.id).map((site) => site.siteId),
  }));
}

export async function insertMembership(
  tx: Transaction,
  params: { organisationId: string; userId: string; role: MemberRole } & Scope,
) {
  const { organisationId, userId, role, allSites, siteIds } = params;
  const [row] = await tx
    .insert(memberships)
    .values({ organisationId, userId, role, allSites })
    .onConflictDoNothing()
    .returning({ id: memberships.id });
  if (row) await insertSites(tx, { organisationId, membershipId: row.id, siteIds });
  return row;
}

async function insertSites(
  tx: Transaction,
  params: { organisationId: string; membershipId: string; siteIds: readonly string[] },
) {
  const { organisationId, membershipId, siteIds } = params;
  if (siteIds.length === 0) return;
  await tx
    .insert(membershipSites)
    .values(siteIds.map((siteId) => ({ organisationId, membershipId, siteId })));
}

/** Until the transaction ends nobody else changes who belongs here, or invites somebody. */
export async function lockMemberships(tx: Transaction, params: { organisationId: string }) {
  await tx.execute(
    sql`select pg_advisory_xact_lock(hashtextextended(${`memberships/${params.organisationId}`}, 0))`,
  );
}

/** Administrators who can manage people: those of every site. */
export async function countAdministrators(tx: Transaction, params: { organisationId: string }) {
  return tx.$count(
    memberships,
    and(
      eq(memberships.organisationId, params.organisationId),
      eq(memberships.role, 'administrator'),
      memberships.allSites,
    ),
  );
}

const isMembership = (params: { organisationId: string; id: string }) =>
  and(eq(memberships.organisationId, params.organisationId), eq(memberships.id, params.id));

export async function getMembership(
  tx: Transaction,
  params: { organisationId: string; id: string },
) {
  const [row] = await tx
    .select({
      id: memberships.id,
      userId: memberships.userId,
      role: memberships.role,
      allSites: memberships.allSites,
    })
    .from(memberships)
    .where(isMembership(params));
  return row;
}

export async function updateMembership(
  tx: Transaction,
  params: { organisationId: string; id: string; role: MemberRole } & Scope,
) {
  const { organisationId, id, role, allSites, siteIds } = params;
  await tx.update(memberships).set({ role, allSites }).where(isMembership(params));
  await tx
    .delete(membershipSites)
    .where(
      and(eq(membershipSites.organisationId, organisationId), eq(membershipSites.membershipId, id)),
    );
  await insertSites(tx, { organisationId, membershipId: id, siteIds });
}

export async function deleteMembership(
  tx: Transaction,
  params: { organisationId: string; id: string },
) {
  await tx.delete(memberships).where(isMembership(params));
}
