import { and, asc, eq, isNotNull, isNull, sql } from 'drizzle-orm';
import type { Transaction } from '../database.ts';
import { sites } from '../schema/organisation.ts';
import { studies, studySites } from '../schema/study.ts';

/** Sites in use that the actor may see, by name. */
export async function listSites(tx: Transaction, params: { organisationId: string }) {
  return tx
    .select({ id: sites.id, name: sites.name, country: sites.country })
    .from(sites)
    .where(and(eq(sites.organisationId, params.organisationId), isNull(sites.archivedOn)))
    .orderBy(asc(sites.name));
}

/** With those that are archived, which come last. */
export async function listEverySite(tx: Transaction, params: { organisationId: string }) {
  return tx
    .select({
      id: sites.id,
      name: sites.name,
      country: sites.country,
      archivedOn: sites.archivedOn,
    })
    .from(sites)
    .where(eq(sites.organisationId, params.organisationId))
    .orderBy(sql`${sites.archivedOn} is not null`, asc(sites.name));
}

/** Nothing is returned when the organisation has a site of this name. */
export async function insertSite(
  tx: Transaction,
  params: { organisationId: string; name: string; country: string },
) {
  const [row] = await tx
    .insert(sites)
    .values(params)
    .onConflictDoNothing()
    .returning({ id: sites.id });
  return row;
}

export async function updateSite(
  tx: Transaction,
  params: { organisationId: string; id: string; name: string; country: string },
) {
  const { organisationId, id, name, country } = params;
  const [row] = await tx
    .update(sites)
    .set({ name, country })
    .where(and(eq(sites.organisationId, organisationId), eq(sites.id, id)))
    .returning({ id: sites.id });
  return row;
}

/** Until the transaction ends no site is archived and no study opens at one that is being archived. */
export async function lockSites(tx: Transaction, params: { organisationId: string }) {
  await tx.execute(
    sql`select pg_advisory_xact_lock(hashtextextended(${`sites/${params.organisationId}`}, 0))`,
  );
}

/** Conditional: nothing is returned when the site is in that state already. */
export async function setSiteArchived(
  tx: Transaction,
  params: { organisationId: string; id: string; archivedOn: string | null },
) {
  const { organisationId, id, archivedOn } = params;
  const [row] = await tx
    .update(sites)
    .set({ archivedOn })
    .where(
      and(
        eq(sites.organisationId, organisationId),
        eq(sites.id, id),
        archivedOn === null ? isNotNull(sites.archivedOn) : isNull(sites.archivedOn),
      ),
    )
    .returning({ id: sites.id });
  return row;
}

export async function countOpenStudiesOfSite(
  tx: Transaction,
  params: { organisationId: string; siteId: string },
) {
  const rows = await tx
    .select({ id: studies.id })
    .from(studySites)
    .innerJoin(
      studies,
      and(
        eq(studies.organisationId, studySites.organisationId),
        eq(studies.id, studySites.studyId),
        eq(studies.state, 'open'),
      ),
    )
    .where(
      and(
        eq(studySites.organisationId, params.organisationId),
        eq(studySites.siteId, params.siteId),
      ),
    );
  return rows.length;
}
