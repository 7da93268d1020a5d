import { sql } from 'drizzle-orm';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import { randomUUID } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openMemory, type OpenedDatabase } from '#db/client.server.ts';
import { queryRows } from '#db/database.ts';
import { migrate } from '#db/migrate.server.ts';
import { analysisRuns } from '#db/schema/analysis-run.ts';
import { uuidTexts } from '#db/uuid-words.ts';

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

const journal = JSON.parse(readFileSync('db/migrations/meta/_journal.json', 'utf8')) as Journal;

/** A database as a release with that many migrations left it, with what `statements` put there. */
async function olderDatabase(
  count: number,
  statements: readonly string[],
): Promise<OpenedDatabase> {
  const database = await openMemory();
  await database.executeSql('create schema attune');
  await database.executeSql(
    'create table attune.migrations (hash text primary key, name text not null)',
  );
  for (const migration of readMigrationFiles({ migrationsFolder: olderMigrations(count) })) {
    for (const statement of migration.sql) await database.executeSql(statement);
    await database.executeSql(
      `insert into attune.migrations values ('${migration.hash}', 'older')`,
    );
  }
  for (const statement of statements) await database.executeSql(statement);
  return database;
}

it('applies a migration that is new to a database and keeps its rows', async () => {
  const after = await olderDatabase(journal.entries.length - 1, [
    `insert into organisations (name, slug, contact) values ('Kept', 'kept', 'someone@example.org')`,
  ]);
  expect(await migrate(after, 'db/migrations')).toBe(1);
  expect(await queryRows(after.db, sql`select name from organisations`)).toEqual([
    { name: 'Kept' },
  ]);
  await after.close();
});

/** A study as its first migrations stored it. */
function studyOf(ids: { organisation: string; version: string; study: string }): string[] {
  const { organisation, version, study } = ids;
  return [
    `insert into organisations (id, name, slug, contact)
     values ('${organisation}', 'Kept', 'kept', 'someone@example.org')`,
    `insert into instruments (organisation_id, id, slug)
     values ('${organisation}', '${version}', 'scale')`,
    `insert into instrument_versions (organisation_id, id, instrument_id, number, document, content_hash)
     values ('${organisation}', '${version}', '${version}', 1, '{}', 'x')`,
    `insert into studies (organisation_id, id, title, instrument_version_id, languages, covariates,
       response_mode, linking_secret)
     values ('${organisation}', '${study}', '{}', '${version}', '{en}', '{}', 'anonymous', 'x')`,
  ];
}

it('gives sites and waves that bore one name a number', async () => {
  const count = journal.entries.findIndex(({ tag }) => tag.endsWith('unique_names'));
  const [organisation, version, study] = [randomUUID(), randomUUID(), randomUUID()];
  const wave = (number: number, name: string) =>
    `insert into waves (organisation_id, study_id, number, name)
     values ('${organisation}', '${study}', ${number}, '${name}')`;
  const site = (name: string) =>
    `insert into sites (organisation_id, name, country) values ('${organisation}', '${name}', 'DE')`;
  const after = await olderDatabase(count, [
    ...studyOf({ organisation, version, study }),
    ...[wave(1, 'W1'), wave(2, 'w1'), wave(3, 'W3')],
    ...[site('Harbour Clinic'), site('harbour clinic'), site('Hill')],
    ...['sites', 'waves'].flatMap((table) => [
      `alter table ${table} enable row level security`,
      `alter table ${table} force row level security`,
    ]),
  ]);
  await migrate(after, 'db/migrations');
  const names = async (table: 'sites' | 'waves') => {
    const rows = await queryRows<{ name: string }>(
      after.db,
      sql`select name from ${sql.identifier(table)} order by lower(name)`,
    );
    return rows.map(({ name }) => name);
  };
  expect(await names('waves')).toEqual(['W1', 'w1 (2)', 'W3']);
  expect((await names('sites')).map((name) => name.toLowerCase())).toEqual([
    'harbour clinic',
    'harbour clinic (2)',
    'hill',
  ]);
  await after.close();
});

it('keeps which responses a result counts', async () => {
  const count = journal.entries.findIndex(({ tag }) => tag.endsWith('released_ids_as_bytes'));
  const [organisation, version, study] = [randomUUID(), randomUUID(), randomUUID()];
  const ids = [randomUUID(), randomUUID()];
  const run = (hash: string, released: string) =>
    `insert into analysis_runs (organisation_id, study_id, site_scope, specification,
       specification_hash, data_hash, code_version, released_ids)
     values ('${organisation}', '${study}', '*', '{}', '${hash}', 'x', 'x', ${released})`;
  const after = await olderDatabase(count, [
    ...studyOf({ organisation, version, study }),
    run('some', `'{${ids.join()}}'`),
    run('none', `'{}'`),
    run('unfinished', 'null'),
  ]);
  await migrate(after, 'db/migrations');
  const rows = await after.db
    .select({ hash: analysisRuns.specificationHash, released: analysisRuns.releasedIds })
    .from(analysisRuns);
  const released = new Map(rows.map((row) => [row.hash, row.released && uuidTexts(row.released)]));
  expect(Object.fromEntries(released)).toEqual({ some: ids, none: [], unfinished: null });
  await after.close();
});
