import postgres from 'postgres';
import type { TestProject } from 'vitest/node';
import { openDatabase } from '#db/client.server.ts';
import { migrate } from '#db/migrate.server.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The migrated Postgres database that workers copy; empty without Postgres. */
    templateName: string;
  }
}

function urlOf(database: string): string {
  const url = new URL(process.env['TEST_DATABASE_URL'] ?? '');
  url.pathname = `/${database}`;
  return url.href;
}

/** One migrated Postgres database, which workers copy: roles are the cluster's, made once. */
export default async function setUp(
  project: TestProject,
): Promise<(() => Promise<void>) | undefined> {
  const templateName = `attune_test_template_${process.pid}_${project.name}`;
  project.provide('templateName', process.env['TEST_DATABASE_URL'] ? templateName : '');
  const url = process.env['TEST_DATABASE_URL'];
  if (!url) {
    process.stdout.write('TEST_DATABASE_URL is not set: database tests run on PGlite alone\n');
    return undefined;
  }
  const server = postgres(url, { max: 1, onnotice: () => undefined });
  await server.unsafe(`drop database if exists ${templateName} with (force)`);
  await server.unsafe(`create database ${templateName}`);
  const template = await openDatabase({ kind: 'postgres', url: urlOf(templateName) });
  await migrate(template, 'db/migrations');
  await template.close();
  return async () => {
    const made = await server<{ name: string }[]>`
      select datname as name from pg_database where starts_with(datname, ${templateName})`;
    for (const { name } of made) await server.unsafe(`drop database ${name} with (force)`);
    await server.end();
  };
}
