import postgres from 'postgres';
import { openDatabase } from '#db/client.server.ts';
import { migrate } from '#db/migrate.server.ts';

export const templateName = 'attune_test_template';

function urlOf(database: string): string {
  const url = new URL(process.env['TEST_DATABASE_URL'] ?? '');
  url.pathname = `/${database}`;
  return url.href;
}

/** One migrated Postgres database, which every test file copies: roles are the cluster's, made once. */
export default async function setUp(): Promise<(() => Promise<void>) | undefined> {
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
    await server.unsafe(`drop database if exists ${templateName} with (force)`);
    await server.end();
  };
}
