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

const before = (name: string) => journal.entries.findIndex(({ tag }) => tag.endsWith(name));

type Release = { count: number; statements: readonly string[] };

/** A database that went through releases with that many migrations, and what each put there. */
async function olderDatabase(releases: readonly Release[]): Promise<OpenedDatabase> {
  const database = await openMemory();
  await database.executeSql('create schema attune');
  await database.executeSql(
    'create table attune.migrations (hash text primary key, name text not null)',
  );
  let applied = 0;
  for (const { count, statements } of releases) {
    const migrations = readMigrationFiles({ migrationsFolder: olderMigrations(count) });
    for (const migration of migrations.slice(applied)) {
      for (const statement of migration.sql) await database.executeSql(statement);
      await database.executeSql(
        `insert into attune.migrations values ('${migration.hash}', 'older')`,
      );
    }
    applied = count;
    for (const statement of statements) await database.executeSql(statement);
  }
  return database;
}

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
  const [organisation, version, study] = [randomUUID(), randomUUID(), randomUUID()];
  const wave = (number: number, name: string) =>
    `insert into waves (organisation_id, study_id, number, name)
     values ('${organisation}', '${study}', ${number}, '${name}')`;
  const site = (name: string) =>
    `insert into sites (organisation_id, name, country) values ('${organisation}', '${name}', 'DE')`;
  const statements = [
    ...studyOf({ organisation, version, study }),
    ...[wave(1, 'W1'), wave(2, 'w1'), wave(3, 'W3')],
    ...[site('Harbour Clinic'), site('harbour clinic'), site('Hill')],
    ...['sites', 'waves'].flatMap((table) => [
      `alter table ${table} enable row level security`,
      `alter table ${table} force row level security`,
    ]),
  ];
  const after = await olderDatabase([{ count: before('unique_names'), statements }]);
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

it('applies the one migration that is new, and keeps the rows of every release', async () => {
  const [organisation, version, study] = [randomUUID(), randomUUID(), randomUUID()];
  const ids = [randomUUID(), randomUUID()];
  const run = (hash: string, released: string) =>
    `insert into analysis_runs (organisation_id, study_id, site_scope, specification,
       specification_hash, data_hash, code_version, released_ids)
     values ('${organisation}', '${study}', '*', '{}', '${hash}', 'x', 'x', ${released})`;
  const statements = [
    ...studyOf({ organisation, version, study }),
    run('some', `'{${ids.join()}}'`),
    run('none', `'{}'`),
    run('unfinished', 'null'),
  ];
  const newest = `insert into organisations (name, slug, contact) values ('New', 'new', 'someone@example.org')`;
  const after = await olderDatabase([
    { count: before('released_ids_as_bytes'), statements },
    { count: journal.entries.length - 1, statements: [newest] },
  ]);
  expect(await migrate(after, 'db/migrations')).toBe(1);
  const names = await queryRows(after.db, sql`select name from organisations order by name`);
  expect(names).toEqual([{ name: 'Kept' }, { name: 'New' }]);
  const rows = await after.db
    .select({ hash: analysisRuns.specificationHash, released: analysisRuns.releasedIds })
    .from(analysisRuns);
  const released = new Map(rows.map((row) => [row.hash, row.released && uuidTexts(row.released)]));
  expect(Object.fromEntries(released)).toEqual({ some: ids, none: [], unfinished: null });
  await after.close();
});
