import { sql } from 'drizzle-orm';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openDatabase } from '#db/client.server.ts';
import { queryRows } from '#db/database.ts';
import { migrate } from '#db/migrate.server.ts';

type Journal = { entries: { tag: string }[] };

/** The migrations as an earlier release shipped them. */
function olderMigrations(count: number): string {
  const folder = mkdtempSync(join(tmpdir(), 'attune-migrations-'));
  cpSync('db/migrations', folder, { recursive: true });
  const file = join(folder, 'meta/_journal.json');
  const journal = JSON.parse(readFileSync(file, 'utf8')) as Journal;
  writeFileSync(file, JSON.stringify({ ...journal, entries: journal.entries.slice(0, count) }));
  return folder;
}

it('applies a migration that is new to a database and keeps its rows', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'attune-data-'));
  const all = (JSON.parse(readFileSync('db/migrations/meta/_journal.json', 'utf8')) as Journal)
    .entries;
  const before = await openDatabase({ kind: 'embedded', dataDir: folder });
  await before.executeSql('create schema attune');
  await before.executeSql(
    'create table attune.migrations (hash text primary key, name text not null)',
  );
  for (const migration of readMigrationFiles({
    migrationsFolder: olderMigrations(all.length - 1),
  })) {
    for (const statement of migration.sql) await before.executeSql(statement);
    await before.executeSql(`insert into attune.migrations values ('${migration.hash}', 'older')`);
  }
  await before.executeSql(
    `insert into organisations (name, slug, contact) values ('Kept', 'kept', 'someone@example.org')`,
  );
  await before.close();

  const after = await openDatabase({ kind: 'embedded', dataDir: folder });
  expect(await migrate(after, 'db/migrations')).toBe(1);
  expect(await queryRows(after.db, sql`select name from organisations`)).toEqual([
    { name: 'Kept' },
  ]);
  await after.close();
  rmSync(folder, { recursive: true });
});
