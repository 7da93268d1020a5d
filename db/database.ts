import type { SQL } from 'drizzle-orm';
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';
import type * as schema from './schema/index.ts';

/** The same for PGlite and postgres.js, and for the transactions of both. */
export type Database = PgDatabase<PgQueryResultHKT, typeof schema>;
export type Transaction = Database;

/** Rows of a plain query: the drivers wrap them differently. */
export async function queryRows<Row>(db: Database, query: SQL): Promise<Row[]> {
  const result: unknown = await db.execute(query);
  return (Array.isArray(result) ? result : (result as { rows: unknown[] }).rows) as Row[];
}
