import { sql } from 'drizzle-orm';
import type { Transaction } from '../database.ts';

/**
 * One at a time who decides about stages of a system and its places, or about what runs there, until the
 * transaction ends: the stage of one is held against those of the others. Taken before the lock of a deployment.
 */
export async function lockStages(
  tx: Transaction,
  { organisationId, systemId }: { organisationId: string; systemId: string },
): Promise<void> {
  const name = `stages/${organisationId}/${systemId}`;
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`);
}
