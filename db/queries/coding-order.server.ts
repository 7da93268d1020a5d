import { sql } from 'drizzle-orm';
import { queryRows, type Transaction } from '../database.ts';
import type { OfCoding } from './coding.server.ts';

/** Texts with a code that a person gave, in the order in which each got its first that still stands. */
export async function listInCodingOrder(
  tx: Transaction,
  { organisationId, panelId, codingId }: OfCoding,
): Promise<string[]> {
  const rows = await queryRows<{ contributionId: string }>(
    tx,
    sql`select a.contribution_id as "contributionId"
        from code_assignments a
        where a.organisation_id = ${organisationId} and a.panel_id = ${panelId}
          and a.coding_id = ${codingId} and a.reading = 'first'
          and a.origin <> 'suggested' and a.removed_at is null
        group by a.contribution_id
        order by min(a.at), a.contribution_id`,
  );
  return rows.map(({ contributionId }) => contributionId);
}
