import { randomBytes } from 'node:crypto';
import postgres from 'postgres';
import { beforeAll, describe, inject } from 'vitest';
import { openDatabase, openMemory, type OpenedDatabase } from '#db/client.server.ts';
import { useDatabase } from '#app/database.server.ts';
import { memoryImage } from './memory-image.ts';

const url = process.env['TEST_DATABASE_URL'];

const openEmbedded = async () => openMemory(await memoryImage());

/** A copy of the template, dropped with it. */
async function openPostgres(serverUrl: string): Promise<OpenedDatabase> {
  const template = inject('templateName');
  const name = `${template}_${randomBytes(6).toString('hex')}`;
  const server = postgres(serverUrl, { max: 1, onnotice: () => undefined });
  await server.unsafe(`create database ${name} template ${template}`);
  await server.end();
  const address = new URL(serverUrl);
  address.pathname = `/${name}`;
  return openDatabase({ kind: 'postgres', url: address.href });
}

type Define = (database: () => OpenedDatabase) => void;
type Kind = { kind: string; open: () => Promise<OpenedDatabase> };

const embedded: Kind = { kind: 'PGlite', open: openEmbedded };
const served: Kind[] = url ? [{ kind: 'Postgres', open: () => openPostgres(url) }] : [];

// Opening a database takes longer than most tests. Files of one worker share what they load, so
// they share its databases too: what a file makes belongs to an organisation of its own.
const shared = new Map<Kind, Promise<OpenedDatabase>>();

function openShared(kind: Kind): Promise<OpenedDatabase> {
  const opened = shared.get(kind) ?? kind.open();
  shared.set(kind, opened);
  return opened;
}

/**
 * Runs the tests on the embedded database, and on Postgres as well when `TEST_DATABASE_URL` is set.
 * The application's services use that database too.
 */
export function describeOnDatabases(title: string, define: Define): void {
  describeOn([embedded, ...served], openShared, title, define);
}

/** The same on empty databases of one's own, for tests that read whole tables. */
export function describeOnOwnDatabases(title: string, define: Define): void {
  describeOn([embedded, ...served], ({ open }) => open(), title, define);
}

/**
 * For attacks that ask thousands of pages: what they look for is decided by the program, not by the
 * database, and Postgres, where there is one, answers three times as fast.
 */
export function describeOnFasterDatabase(title: string, define: Define): void {
  describeOn([served[0] ?? embedded], openShared, title, define);
}

function describeOn(
  kinds: readonly Kind[],
  open: (kind: Kind) => Promise<OpenedDatabase>,
  title: string,
  define: Define,
): void {
  for (const kind of kinds) {
    describe(`${title} (${kind.kind})`, () => {
      let opened: OpenedDatabase | undefined;
      beforeAll(async () => {
        opened = await open(kind);
        useDatabase(opened);
      });
      define(() => {
        if (!opened) throw new Error('the database is opened before all tests');
        return opened;
      });
    });
  }
}
