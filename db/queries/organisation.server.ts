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
