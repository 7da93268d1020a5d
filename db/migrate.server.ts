import { readMigrationFiles } from 'drizzle-orm/migrator';
import { createHash } from 'node:crypto';
import { accessStatements } from './access/access-statements.ts';
import type { ExecuteSql, OpenedDatabase } from './client.server.ts';

/** Any number, the same in every process: whoever migrates first, the others wait. */
const advisoryLock = 7_205_318;

async function appliedHashes(execute: ExecuteSql): Promise<Set<string>> {
  await execute(`create schema if not exists attune`);
  await execute(
    `create table if not exists attune.migrations (hash text primary key, name text not null)`,
  );
  const { rows } = await execute(`select hash from attune.migrations`);
  return new Set((rows as { hash: string }[]).map((row) => row.hash));
}

async function migrateLocked(
  execute: ExecuteSql,
  folder: string,
  applicationUser: string | null,
): Promise<number> {
  const applied = await appliedHashes(execute);
  const pending = readMigrationFiles({ migrationsFolder: folder }).filter(
    (migration) => !applied.has(migration.hash),
  );
  const access = accessStatements(applicationUser);
  const accessHash = createHash('sha256').update(access.join('\n')).digest('hex');
  if (pending.length === 0 && applied.has(accessHash)) return 0;
  const record = (hash: string, name: string) =>
    `insert into attune.migrations (hash, name) values ('${hash}', '${name}')`;
  const statements = [
    ...pending.flatMap((migration) => [
      ...migration.sql,
      record(migration.hash, String(migration.folderMillis)),
    ]),
    ...access,
    `delete from attune.migrations where name = 'access'`,
    record(accessHash, 'access'),
  ];
  for (const statement of statements) await execute(statement);
  return pending.length;
}

/** Brings schema, roles and policies up to this code, all or nothing. Returns how many migrations ran. */
export async function migrate(
  opened: OpenedDatabase,
  folder: string,
  applicationUser: string | null = null,
): Promise<number> {
  if (opened.sql) {
    return opened.sql.begin<Promise<number>>(async (sql) => {
      await sql`select pg_advisory_xact_lock(${advisoryLock})`;
      const execute: ExecuteSql = async (text) => ({ rows: [...(await sql.unsafe(text))] });
      return migrateLocked(execute, folder, applicationUser);
    });
  }
  await opened.executeSql('begin');
  try {
    const count = await migrateLocked(opened.executeSql, folder, applicationUser);
    await opened.executeSql('commit');
    return count;
  } catch (error) {
    await opened.executeSql('rollback');
    throw error;
  }
}
