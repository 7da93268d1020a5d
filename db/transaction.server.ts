import { PgDialect } from 'drizzle-orm/pg-core';
import { PostgresJsSession, PostgresJsTransaction } from 'drizzle-orm/postgres-js';
import type { Sql } from 'postgres';
import type { Database, Transaction } from './database.ts';
import { prepareStatements } from './prepare-statements.server.ts';

type FirstStatement = { text: string; values: string[] };

type Work<Result> = (tx: Transaction) => Promise<Result>;
type Begin = <Result>(first: FirstStatement, work: Work<Result>) => Promise<Result>;

const begins = new WeakMap<Database, Begin>();
const dialect = new PgDialect();

/**
 * On Postgres the first statement travels together with what `work` sends next. The order is certain:
 * postgres.js writes queries to the transaction's connection in the order of their `execute`, and once
 * one has failed, Postgres refuses all that follow in the transaction.
 */
export function pipelineTransactions(db: Database, client: Sql): void {
  const begin: Begin = async (first, work) => {
    const result = await client.begin(async (transaction) => {
      const connection = prepareStatements(transaction);
      const sent = connection.unsafe(first.text, first.values).execute();
      sent.catch(() => undefined); // told below
      const session = new PostgresJsSession(connection as unknown as Sql, dialect, undefined);
      const tx = new PostgresJsTransaction(dialect, session as never, undefined);
      // A rollback must not overtake what `work` still sends: outside the transaction it has no actor.
      const answer = await work(tx as unknown as Transaction);
      await sent;
      return { answer };
    });
    return result.answer;
  };
  begins.set(db, begin);
}

/** One transaction in which `first` has run before anything that `work` does. */
export function transactionAfter<Result>(
  db: Database,
  first: FirstStatement,
  work: Work<Result>,
): Promise<Result> {
  const begin = begins.get(db);
  if (begin) return begin(first, work);
  return db.transaction(async (tx) => {
    const query = { sql: first.text, params: first.values };
    await tx._.session.prepareQuery(query, undefined, undefined, false).execute();
    return work(tx);
  });
}
