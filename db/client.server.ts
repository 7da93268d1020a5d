import { PGlite } from '@electric-sql/pglite';
import { drizzle as drizzlePglite } from 'drizzle-orm/pglite';
import { drizzle as drizzlePostgres } from 'drizzle-orm/postgres-js';
import { join } from 'node:path';
import postgres from 'postgres';
import type { Database } from './database.ts';
import { lockDataDir } from './data-dir-lock.server.ts';
import { prepareStatements } from './prepare-statements.server.ts';
import { pipelineTransactions } from './transaction.server.ts';

export type DatabaseLocation =
  | { kind: 'postgres'; url: string; maximumConnections?: number }
  | { kind: 'embedded'; dataDir: string };

/** Raw statements with `$1` parameters, for jobs and migrations. */
export type ExecuteSql = (text: string, values?: unknown[]) => Promise<{ rows: unknown[] }>;

export type OpenedDatabase = {
  kind: DatabaseLocation['kind'] | 'memory';
  db: Database;
  executeSql: ExecuteSql;
  /** Present on Postgres: streams rows of a large read without holding them. */
  sql: postgres.Sql | null;
  close: () => Promise<void>;
};

/**
 * The job queue sends transactions as text. One that fails in the middle leaves the connection in a
 * transaction that refuses everything: it is ended before the error goes on.
 */
function orRollBack(execute: ExecuteSql): ExecuteSql {
  return async (text, values) => {
    try {
      return await execute(text, values);
    } catch (error) {
      await execute('rollback').catch(() => undefined);
      throw error;
    }
  };
}

function openedEmbedded(client: PGlite, kind: 'embedded' | 'memory'): OpenedDatabase {
  return {
    kind,
    db: drizzlePglite({ client }),
    executeSql: orRollBack(async (text, values) => {
      if (values && values.length > 0) return client.query(text, values);
      const results = await client.exec(text);
      return { rows: results.at(-1)?.rows ?? [] };
    }),
    sql: null,
    close: () => client.close(),
  };
}

async function openEmbedded(dataDir: string): Promise<OpenedDatabase> {
  const unlock = lockDataDir(dataDir);
  const client = await PGlite.create(join(dataDir, 'postgres'));
  const close = async () => {
    await client.close();
    unlock();
  };
  return { ...openedEmbedded(client, 'embedded'), close };
}

/** A database that ends with the process; an `image` of another one saves making and migrating it. */
export async function openMemory(
  image?: Blob,
): Promise<OpenedDatabase & { dumpImage: () => Promise<Blob> }> {
  const client = await PGlite.create('memory://', image ? { loadDataDir: image } : {});
  return { ...openedEmbedded(client, 'memory'), dumpImage: () => client.dumpDataDir('none') };
}

/** The queue passes JSON as text already, which postgres.js would quote a second time. */
const jsonAsText = {
  to: 114,
  from: [114, 3802],
  serialize: (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value)),
  parse: (text: string) => JSON.parse(text) as unknown,
};

function openPostgres(url: string, maximumConnections: number): OpenedDatabase {
  const client = prepareStatements(
    postgres(url, { max: maximumConnections, onnotice: () => undefined }),
  );
  const begin = client.begin.bind(client);
  const beginPrepared = (work: (transaction: postgres.TransactionSql) => unknown) =>
    begin((transaction) => work(prepareStatements(transaction)));
  client.begin = beginPrepared as typeof begin;
  // The job queue sends whole transactions as text, which needs a connection of its own.
  const single = postgres(url, { max: 1, onnotice: () => undefined, types: { json: jsonAsText } });
  const db = drizzlePostgres({ client });
  pipelineTransactions(db, client);
  return {
    kind: 'postgres',
    db,
    executeSql: orRollBack(async (text, values) => {
      // postgres.js refuses an undefined value half-way and leaves the connection stuck.
      const parameters = (values ?? []).map((value) => value ?? null);
      const rows = await single.unsafe(text, parameters);
      return { rows: [...rows] };
    }),
    sql: client,
    close: async () => {
      await Promise.all([client.end({ timeout: 10 }), single.end({ timeout: 10 })]);
    },
  };
}

export async function openDatabase(location: DatabaseLocation): Promise<OpenedDatabase> {
  switch (location.kind) {
    case 'postgres':
      return openPostgres(location.url, location.maximumConnections ?? 10);
    case 'embedded':
      return openEmbedded(location.dataDir);
  }
}
