import { type SQL } from 'drizzle-orm';
import { PgDialect } from 'drizzle-orm/pg-core';
import { rowsOf, type Database } from './database.ts';

const dialect = new PgDialect();

/**
 * A statement that drizzle writes once and not for every run: for the few that each respondent's
 * request needs. What changes are `sql.placeholder`s.
 */
export function statement<Row>(query: SQL) {
  const written = dialect.sqlToQuery(query);
  return async (db: Database, values: Record<string, string | number>): Promise<Row[]> => {
    const prepared = db._.session.prepareQuery(written, undefined, undefined, false);
    return rowsOf<Row>(await prepared.execute(values));
  };
}
