import { and, asc, eq, isNull } from 'drizzle-orm';
import type { Transaction } from '../database.ts';
import { sites } from '../schema/organisation.ts';

/** Sites in use that the actor may see, by name. */
export async function listSites(tx: Transaction, params: { organisationId: string }) {
  return tx
    .select({ id: sites.id, name: sites.name, country: sites.country })
    .from(sites)
    .where(and(eq(sites.organisationId, params.organisationId), isNull(sites.archivedOn)))
    .orderBy(asc(sites.name));
}
