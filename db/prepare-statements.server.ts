import type { Sql, TransactionSql } from 'postgres';

/**
 * Makes drizzle's queries prepared statements: parsed once per connection, and one round trip instead
 * of two. Drizzle itself prepares only what is given a name. A pooler between the application and
 * Postgres must keep a session's statements (PgBouncer from 1.21 does).
 */
export function prepareStatements<Client extends Sql | TransactionSql>(client: Client): Client {
  const unsafe = client.unsafe.bind(client);
  const prepared: typeof unsafe = (query, parameters, options) =>
    unsafe(query, parameters, { ...options, prepare: true });
  client.unsafe = prepared;
  return client;
}
