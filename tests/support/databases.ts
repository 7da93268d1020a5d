import { randomBytes } from 'node:crypto';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, inject } from 'vitest';
import { openDatabase, openMemory, type OpenedDatabase } from '#db/client.server.ts';
import { useDatabase } from '#app/database.server.ts';
import { memoryImage } from './memory-image.ts';

const url = process.env['TEST_DATABASE_URL'];

const openEmbedded = async () => openMemory(await memoryImage());

async function openPostgres(serverUrl: string): Promise<OpenedDatabase> {
  const name = `attune_test_${randomBytes(6).toString('hex')}`;
  const server = postgres(serverUrl, { max: 1, onnotice: () => undefined });
  await server.unsafe(`create database ${name} template ${inject('templateName')}`);
  const address = new URL(serverUrl);
  address.pathname = `/${name}`;
  const database = await openDatabase({ kind: 'postgres', url: address.href });
  return {
    ...database,
    close: async () => {
      await database.close();
      await server.unsafe(`drop database ${name} with (force)`);
      await server.end();
    },
  };
}

type Define = (database: () => OpenedDatabase) => void;
type Kind = { kind: string; open: () => Promise<OpenedDatabase> };

const embedded: Kind = { kind: 'PGlite', open: openEmbedded };
const served: Kind[] = url ? [{ kind: 'Postgres', open: () => openPostgres(url) }] : [];

/**
 * Runs the tests on the embedded database, and on Postgres as well when `TEST_DATABASE_URL` is set.
 * Each file has a database of its own, which the application's services use too.
 */
export function describeOnDatabases(title: string, define: Define): void {
  describeOn([embedded, ...served], title, define);
}

/**
 * For attacks that ask thousands of pages: what they look for is decided by the program, not by the
 * database, and Postgres, where there is one, answers three times as fast.
 */
export function describeOnFasterDatabase(title: string, define: Define): void {
  describeOn([served[0] ?? embedded], title, define);
}

function describeOn(kinds: readonly Kind[], title: string, define: Define): void {
  for (const { kind, open } of kinds) {
    describe(`${title} (${kind})`, () => {
      let opened: OpenedDatabase | undefined;
      beforeAll(async () => {
        opened = await open();
        useDatabase(opened);
      });
      afterAll(async () => opened?.close());
      define(() => {
        if (!opened) throw new Error('the database is opened before all tests');
        return opened;
      });
    });
  }
}
