import { and, eq, sql } from 'drizzle-orm';
import { queryRows, type Transaction } from '../database.ts';
import { panelRatingMarks, panelRatings } from '../schema/panel-round.ts';
import type { OfPerson } from './panel-person.server.ts';

/** Of two clicks one is first. */
export async function markRated(tx: Transaction, params: OfPerson & { roundId: string }) {
  const rows = await tx
    .insert(panelRatingMarks)
    .values(params)
    .onConflictDoNothing()
    .returning({ roundId: panelRatingMarks.roundId });
  return rows.length > 0;
}

/**
 * Adds a rating and writes those of the round anew, in random order under new ids: Postgres keeps which
 * transaction wrote a row and where it lies, and a newest rating would lie beside the newest mark.
 */
export async function addRating(
  tx: Transaction,
  params: { organisationId: string; panelId: string; roundId: string; codes: number[] },
): Promise<void> {
  const { organisationId, panelId, roundId, codes } = params;
  await queryRows(
    tx,
    sql`select pg_advisory_xact_lock(hashtextextended(${`panel-rating/${roundId}`}, 0))`,
  );
  const before = await tx
    .delete(panelRatings)
    .where(and(eq(panelRatings.organisationId, organisationId), eq(panelRatings.roundId, roundId)))
    .returning({ codes: panelRatings.codes, order: sql<string>`gen_random_uuid()::text` });
  const [own] = await queryRows<{ order: string }>(
    tx,
    sql`select gen_random_uuid()::text as order`,
  );
  const all = [...before, { codes, order: own?.order ?? '' }].sort((a, b) =>
    a.order < b.order ? -1 : 1,
  );
  await tx
    .insert(panelRatings)
    .values(all.map((rating) => ({ organisationId, panelId, roundId, codes: rating.codes })));
}
