import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { sql } from 'drizzle-orm';
import { beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { getDatabase } from '#app/database.server.ts';
import {
  action as changeBatch,
  loader as getBatch,
} from '#app/routes/api.v1.monitoring.batches_.$batchId/route.ts';
import { loader as readBatches } from '#app/routes/api.v1.monitoring.batches/route.ts';
import {
  action as importFile,
  loader as readImport,
} from '#app/routes/api.v1.monitoring.import.$format/route.ts';
import { revokeToken } from '#app/services/intake/revoke-token.server.ts';
import type { Member } from '#db/actor.server.ts';
import { describeOnDatabases } from '#tests/support/databases.ts';
import { batchRequest, callBatches, createMachine, overrides } from '#tests/support/machine.ts';
import { createMember, createWorkspace } from '#tests/support/workspace.ts';
import { newSystem } from '#tests/services/register/new-system.ts';
import { check, document, documented, schemas, tireOut } from './documented.ts';

const fixture = (name: string) =>
  readFileSync(new URL(`../../fixtures/monitoring/reports/${name}`, import.meta.url), 'utf8');

describeOnDatabases('the interface of monitoring', () => {
  let owner: Member;
  let siteId: string;
  let place: { systemId: string; deploymentId: string };
  let machine: Awaited<ReturnType<typeof createMachine>>;
  const batch = (more: Record<string, unknown> = {}) => ({
    ...{ deployment: machine.deployment, model_version: '1.0', records: [overrides()], ...more },
  });
  const get = (token: string, batchId: string) =>
    getBatch({
      request: new Request(`http://localhost:3000/api/v1/monitoring/batches/${batchId}`, {
        headers: { Authorization: `Bearer ${token}` },
      }),
      params: { batchId },
      context: {},
    });
  const search = (more: Record<string, string> = {}) =>
    `?${new URLSearchParams({
      ...{ deployment: machine.deployment, model_version: '1.0', n: '200' },
      ...{ period_start: '2026-04-01', period_end: '2026-05-01', ...more },
    })}`;
  const sendFile = (format: string, body: unknown, init: Parameters<typeof batchRequest>[2] = {}) =>
    importFile({
      request: batchRequest(machine.token, body, { search: search(), ...init }),
      params: { format },
      context: {},
    });
  beforeAll(async () => {
    const workspace = await createWorkspace(['North']);
    owner = await createMember(workspace, 'model-owner');
    siteId = workspace.siteIds[0] ?? '';
    place = await newSystem(owner, siteId);
    machine = await createMachine(owner, place);
  });

  it('answers each documented status of sending with what the document says', async () => {
    const seen = new Set<number>();
    const expectProblem = async (reply: Promise<Response>, status: number, code?: string) => {
      const got = await reply;
      expect(got.status, code).toBe(status);
      seen.add(status);
      return check('send', got, code);
    };
    const { send, token } = machine;
    const key = randomUUID();
    await expectProblem(send(batch(), { key }), 201);
    await expectProblem(send(batch(), { key }), 200);
    await expectProblem(send(batch({ model_version: '9.9' })), 202);
    await expectProblem(send('{'), 400, 'malformed-json');
    await expectProblem(send(Buffer.from([0xff, 0xfe])), 400, 'malformed-text');
    await expectProblem(send(batch(), { key: 'short' }), 400, 'key-missing');
    await expectProblem(send('a,b', { media: 'text/csv' }), 400, 'parameter-missing');
    const csv = {
      media: 'text/csv',
      search: `?deployment=${machine.deployment}&model_version=1.0`,
    };
    await expectProblem(send('"', csv), 400, 'malformed-csv');
    await expectProblem(callBatches(batchRequest(null, batch())), 401, 'token-missing');
    await expectProblem(callBatches(batchRequest(`${token}x`, batch())), 401, 'token-unknown');
    await expectProblem(send(batch({ deployment: 'another' })), 403, 'other-deployment');
    const reader = await createMachine(owner, place, ['monitoring:read']);
    await expectProblem(reader.send(batch()), 403, 'scope-missing');
    await expectProblem(send(batch({ comment: 'x' }), { key }), 409, 'key-reused');
    await expectProblem(send(`"${'x'.repeat(2 ** 21)}"`), 413, 'too-large');
    await expectProblem(send(batch(), { media: 'text/plain' }), 415, 'media-type');
    const zipped = { headers: { 'Content-Encoding': 'gzip' } };
    await expectProblem(send(batch(), zipped), 415, 'media-type');
    const refused = await expectProblem(send(batch({ records: [{}] })), 422, 'records-refused');
    expect(refused).toMatchObject({
      errors: [{ pointer: '/records/0/kind', code: 'unknown-kind' }],
    });
    await expectProblem(send(batch(), { method: 'PUT' }), 405, 'method-not-allowed');
    await tireOut(machine.tokenId);
    const limited = await send(batch());
    expect(Number(limited.headers.get('Retry-After'))).toBeGreaterThan(0);
    await expectProblem(Promise.resolve(limited), 429, 'too-many-requests');
    machine = await createMachine(owner, place);
    expect([...seen].sort().map(String)).toEqual(documented('send'));
  });

  it('refuses a token that was revoked or has expired, and another method', async () => {
    const gone = await createMachine(owner, place);
    await revokeToken(owner, { ...place, tokenId: gone.tokenId });
    await check('send', await gone.send(batch()), 'token-revoked');
    const old = await createMachine(owner, place);
    await getDatabase().execute(
      sql`update api_tokens set expires_on = '2026-01-01' where id = ${old.tokenId}`,
    );
    await check('send', await old.send(batch()), 'token-expired');
    const others = { send: readBatches(), import: readImport(), get: changeBatch() };
    for (const [operation, asked] of Object.entries(others)) {
      expect(asked.headers.get('Allow')).toBe(operation === 'get' ? 'GET' : 'POST');
      await check(operation, asked, 'method-not-allowed');
    }
  });

  it('says what became of a batch, to a token that may read', async () => {
    const sent = await check('send', await machine.send(batch({ model_version: '8.8' })));
    const batchId = String(sent['batch_id']);
    expect(await check('get', await get(machine.token, batchId))).toEqual(sent);
    await check('get', await get(machine.token, randomUUID()), 'batch-unknown');
    await check('get', await get(machine.token, 'x'), 'batch-unknown');
    await check('get', await get('attune_x', batchId), 'token-unknown');
    const writer = await createMachine(owner, place, ['monitoring:write']);
    await check('get', await get(writer.token, batchId), 'scope-missing');
    const other = await createMachine(owner, await newSystem(owner, siteId));
    await check('get', await get(other.token, batchId), 'batch-unknown');
    await tireOut(machine.tokenId);
    await check('get', await get(machine.token, batchId), 'too-many-requests');
    machine = await createMachine(owner, place);
  });

  it('answers each documented status of importing, and fails where it recognises nothing', async () => {
    const seen = new Set<number>();
    const expectAnswer = async (reply: Promise<Response>, status: number, code?: string) => {
      const got = await reply;
      expect(got.status, code).toBe(status);
      seen.add(status);
      return check('import', got, code);
    };
    const key = randomUUID();
    const report = fixture('evidently-0.7.21-drift-psi.json');
    type Init = Parameters<typeof sendFile>[2];
    const send = (status: number, code?: string, init: Init = {}, body: unknown = report) =>
      expectAnswer(sendFile('evidently', body, init), status, code);
    const first = await send(201, undefined, { key });
    expect(first).toMatchObject({ accepted: 9 });
    expect(await send(200, undefined, { key })).toEqual(first);
    await send(202, undefined, { search: search({ model_version: '9.9' }) });
    await send(400, 'malformed-json', {}, '{');
    await send(400, 'malformed-text', {}, Buffer.from([0xff]));
    await send(400, 'parameter-missing', { search: '' });
    await send(400, 'key-missing', { key: 'short' });
    const old = await createMachine(owner, place);
    const from = (token: string | null, format = 'evidently') =>
      importFile({
        request: batchRequest(token, report, { search: search() }),
        params: { format },
        context: {},
      });
    await expectAnswer(from(null), 401, 'token-missing');
    await expectAnswer(from('attune_x'), 401, 'token-unknown');
    await revokeToken(owner, { ...place, tokenId: old.tokenId });
    await expectAnswer(from(old.token), 401, 'token-revoked');
    const reader = await createMachine(owner, place, ['monitoring:read']);
    await expectAnswer(from(reader.token), 403, 'scope-missing');
    await send(403, 'other-deployment', { search: search({ deployment: 'x' }) });
    await expectAnswer(from(machine.token, 'other'), 404, 'importer-unknown');
    await send(405, 'method-not-allowed', { method: 'PUT' });
    await send(409, 'key-reused', { key, search: search({ n: '201' }) });
    await send(413, 'too-large', {}, ' '.repeat(2 ** 21 + 1));
    await send(415, 'media-type', { media: 'text/csv' });
    await send(422, 'format-unknown', {}, { metrics: [{ metric_id: 'x', value: 1 }] });
    await expectAnswer(sendFile('mlflow', { metrics: [] }), 422, 'no-metric-recognised');
    const scraped = { media: 'application/openmetrics-text' };
    await expectAnswer(
      sendFile('openmetrics', 'a 1\n# EOF\n', scraped),
      422,
      'no-metric-recognised',
    );
    expect(
      await expectAnswer(
        sendFile('openmetrics', 'a 1\nb x\n# EOF\n', scraped),
        400,
        'malformed-openmetrics',
      ),
    ).toMatchObject({ detail: 'line 2: the value is no number' });
    await expectAnswer(sendFile('openmetrics', '{}'), 415, 'media-type');
    const load = 'attune_load{part="a"} 2.5\n# EOF\n';
    const gauge = `# TYPE attune_load gauge\n${load}`;
    await expectAnswer(sendFile('openmetrics', gauge, scraped), 201);
    const fell = [9, 8].map((n) =>
      ['events', 'cases']
        .map((name) => `# TYPE attune_x_${name} counter\nattune_x_${name}_total ${n}\n`)
        .join(''),
    );
    expect(
      await expectAnswer(
        sendFile('openmetrics', `${fell.join('# EOF\n')}# EOF\n`, scraped),
        ...([422, 'records-refused'] as const),
      ),
    ).toMatchObject({
      errors: [{ pointer: '/attune_x_events_total', code: 'counter-decreased', line: 7 }, {}],
    });
    const notANumber = { metrics: [{ key: 'auc', value: 'NaN' }] };
    expect(
      await expectAnswer(sendFile('mlflow', notANumber), 422, 'records-refused'),
    ).toMatchObject({ errors: [{ pointer: '/metrics/0', code: 'not-a-number', found: 'value' }] });
    const shifted = search({ period_start: '2026-04-10', period_end: '2026-04-20' });
    const overlapping = await send(422, 'records-refused', { search: shifted });
    // Faults that the database finds stand in the file too.
    expect(overlapping).toMatchObject({
      errors: [
        { pointer: '/metrics/0', code: 'within-stored', found: 'period' },
        ...Array<object>(8).fill({}),
      ],
    });
    await tireOut(machine.tokenId);
    const limited = await sendFile('evidently', report);
    expect(Number(limited.headers.get('Retry-After'))).toBeGreaterThan(0);
    await expectAnswer(Promise.resolve(limited), 429, 'too-many-requests');
    machine = await createMachine(owner, place);
    expect([...seen].sort().map(String)).toEqual(documented('import'));
  });
});

it('publishes the document that the handlers are tested against', async () => {
  const { loader } = await import('#app/routes/api.v1.openapi[.]json/route.ts');
  const published = (await loader().json()) as typeof document;
  expect(published.paths).toEqual(JSON.parse(JSON.stringify(document.paths)));
  expect(published.openapi).toBe('3.1.0');
  for (const schema of Object.values(schemas)) z.fromJSONSchema(schema);
});
