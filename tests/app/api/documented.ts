import { sql } from 'drizzle-orm';
import { expect } from 'vitest';
import { z } from 'zod';
import { getDatabase } from '#app/database.server.ts';
import { tokenHash } from '#app/secrets.server.ts';
import { openApiDocument } from '#app/services/intake/openapi.ts';

type Reference = { $ref: string };
type Documented = { content: Record<string, { schema: Reference | { oneOf: Reference[] } }> };
type Operation = { responses: Record<string, Documented> };

export const document = openApiDocument('http://localhost:3000');
const operations: Record<string, Operation> = {
  send: document.paths['/api/v1/monitoring/batches'].post,
  get: document.paths['/api/v1/monitoring/batches/{batch_id}'].get,
  import: document.paths['/api/v1/monitoring/import/{format}'].post,
  withdraw: document.paths['/api/v1/monitoring/batches/{batch_id}/withdrawal'].post,
  hook: document.paths['/api/v1/hooks/mlflow'].post,
};
export const schemas = document.components.schemas as Record<
  string,
  Parameters<typeof z.fromJSONSchema>[0]
>;

/** The reply has a documented status and media type, and its body is valid against that schema, or one of those. */
export async function check(operation: string, reply: Response, code?: string) {
  const documented = operations[operation]?.responses[String(reply.status)];
  const media = reply.headers.get('Content-Type')?.split(';')[0] ?? '';
  const schema = documented?.content[media]?.schema;
  const references = schema && 'oneOf' in schema ? schema.oneOf : [schema];
  const names = references.map((reference) => reference?.$ref.split('/').at(-1) ?? '');
  for (const name of names) {
    expect(schemas[name], `${operation} ${reply.status} ${media}`).toBeDefined();
  }
  const body: unknown = await reply.json();
  const errors = names.map((name) => z.fromJSONSchema(schemas[name] ?? true).safeParse(body).error);
  expect(errors.filter((error) => error === undefined)).toHaveLength(1);
  if (code !== undefined) expect(body).toMatchObject({ code, status: reply.status });
  return body as Record<string, unknown>;
}

/** As the document lists them. */
export const documented = (operation: string) =>
  Object.keys(operations[operation]?.responses ?? {}).sort();

/** Takes all points of a minute: of a token, or of a hook. */
export const tireOut = (id: string, limit: 'intake' | 'hook' = 'intake') =>
  getDatabase().execute(
    sql`update rate_limits set points = 1200 where key = ${`${limit}:${tokenHash(id)}`}`,
  );
