import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { withActor as inTransaction, type Actor } from '#db/actor.server.ts';
import { openDatabase, type OpenedDatabase } from '#db/client.server.ts';
import type { Database, Transaction } from '#db/database.ts';
import { migrate } from '#db/migrate.server.ts';
import { env } from './env.server.ts';

let opened: OpenedDatabase | undefined;
let opening: Promise<OpenedDatabase> | undefined;

/** The build runs from the project's root and so does the development server. */
export const migrationsFolder = resolve('db/migrations');

function applicationUser(url: string): string {
  return decodeURIComponent(new URL(url).username);
}

async function openAndMigrate(): Promise<OpenedDatabase> {
  const { databaseUrl, migrationDatabaseUrl, dataDir, databaseConnections } = env();
  if (!existsSync(migrationsFolder)) throw new Error(`no migrations at ${migrationsFolder}`);
  if (databaseUrl && migrationDatabaseUrl) {
    const owner = await openDatabase({ kind: 'postgres', url: migrationDatabaseUrl });
    try {
      await migrate(owner, migrationsFolder, applicationUser(databaseUrl));
    } finally {
      await owner.close();
    }
  }
  const database = await openDatabase(
    databaseUrl
      ? { kind: 'postgres', url: databaseUrl, maximumConnections: databaseConnections }
      : { kind: 'embedded', dataDir },
  );
  if (!migrationDatabaseUrl) await migrate(database, migrationsFolder);
  return database;
}

/** Opens and migrates once; later calls share the same handle. */
export async function connect(): Promise<OpenedDatabase> {
  opening ??= openAndMigrate();
  opened = await opening;
  return opened;
}

export async function disconnect(): Promise<void> {
  const database = opened;
  opened = undefined;
  opening = undefined;
  await database?.close();
}

/** Tests bring their own database. */
export function useDatabase(database: OpenedDatabase): void {
  opened = database;
  opening = Promise.resolve(database);
}

export function getOpened(): OpenedDatabase {
  if (!opened) throw new Error('the database is not open: connect() comes first');
  return opened;
}

export function getDatabase(): Database {
  return getOpened().db;
}

/** One transaction as `actor`; see `#db/actor.server.ts`. */
export function withActor<Result>(
  actor: Actor,
  work: (tx: Transaction) => Promise<Result>,
): Promise<Result> {
  return inTransaction(getDatabase(), actor, work);
}
