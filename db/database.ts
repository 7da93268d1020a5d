import type { SQL } from 'drizzle-orm';
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';

/** The same for PGlite and postgres.js, and for the transactions of both. */
export type Database = PgDatabase<PgQueryResultHKT>;
export type Transaction = Database;

/** Rows as the drivers wrap them differently. */
export function rowsOf<Row>(result: unknown): Row[] {
  return (Array.isArray(result) ? result : (result as { rows: unknown[] }).rows) as Row[];
}

/** Rows of a plain query. */
export async function queryRows<Row>(db: Database, query: SQL): Promise<Row[]> {
  return rowsOf<Row>(await db.execute(query));
}
