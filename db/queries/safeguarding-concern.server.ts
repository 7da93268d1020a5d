import type { Transaction } from '../database.ts';
import { safeguardingConcerns } from '../schema/safeguarding.ts';

type NewConcern = Pick<
  typeof safeguardingConcerns.$inferInsert,
  'organisationId' | 'panelId' | 'memberId' | 'source' | 'note'
> & { id: string };

/** False when this concern is known: the same form was sent twice. */
export async function insertConcern(tx: Transaction, concern: NewConcern): Promise<boolean> {
  const rows = await tx
    .insert(safeguardingConcerns)
    .values(concern)
    .onConflictDoNothing()
    .returning({ id: safeguardingConcerns.id });
  return rows.length > 0;
}
