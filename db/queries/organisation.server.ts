import { randomBytes } from 'node:crypto';
import { eq } from 'drizzle-orm';
import type { Transaction } from '../database.ts';
import { organisations } from '../schema/organisation.ts';

export async function findOrganisationNamed(tx: Transaction, params: { name: string }) {
  const [row] = await tx
    .select({ id: organisations.id })
    .from(organisations)
    .where(eq(organisations.name, params.name));
  return row;
}

/** Letters and digits of the name, and a few random ones so that it is nobody else's. */
function slugOf(name: string): string {
  const readable = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 40);
  return `${readable}-${randomBytes(3).toString('hex')}`.replace(/^-+/, '');
}

/** Whether what it holds was made up. */
export async function findOrganisationOrigin(tx: Transaction, params: { organisationId: string }) {
  const [organisation] = await tx
    .select({ origin: organisations.origin })
    .from(organisations)
    .where(eq(organisations.id, params.organisationId));
  return organisation?.origin;
}

export async function insertOrganisation(
  tx: Transaction,
  params: { name: string; contact: string },
): Promise<string> {
  const [row] = await tx
    .insert(organisations)
    .values({ ...params, slug: slugOf(params.name) })
    .returning({ id: organisations.id });
  if (!row) throw new Error('an inserted organisation was not returned');
  return row.id;
}
