import { count, eq } from 'drizzle-orm';
import type { Transaction } from '../database.ts';
import { studies } from '../schema/study.ts';

/** Studies the actor sees, by state. */
export async function countStudiesByState(tx: Transaction, params: { organisationId: string }) {
  const rows = await tx
    .select({ state: studies.state, n: count() })
    .from(studies)
    .where(eq(studies.organisationId, params.organisationId))
    .groupBy(studies.state);
  const of = (state: string) => rows.find((row) => row.state === state)?.n ?? 0;
  return { draft: of('draft'), open: of('open'), closed: of('closed') };
}
