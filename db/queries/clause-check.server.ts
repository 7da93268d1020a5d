import { desc, eq } from 'drizzle-orm';
import type { Transaction } from '../database.ts';
import { clauseChecks } from '../schema/clause-check.ts';

/** Of every clause, newest first. */
export async function listClauseChecks(
  tx: Transaction,
  { organisationId }: { organisationId: string },
) {
  return tx
    .select()
    .from(clauseChecks)
    .where(eq(clauseChecks.organisationId, organisationId))
    .orderBy(desc(clauseChecks.number));
}

/** Nothing is returned when somebody has recorded another check meanwhile. */
export async function insertClauseCheck(
  tx: Transaction,
  values: Omit<typeof clauseChecks.$inferInsert, 'id' | 'createdAt'>,
) {
  const [check] = await tx
    .insert(clauseChecks)
    .values(values)
    .onConflictDoNothing()
    .returning({ id: clauseChecks.id });
  return check;
}
