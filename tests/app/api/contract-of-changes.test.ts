import { createHmac, randomUUID } from 'node:crypto';
import { beforeAll, expect, it } from 'vitest';
import {
  action as takeMessage,
  loader as readHooks,
} from '#app/routes/api.v1.hooks.mlflow/route.ts';
import { loader as getBatch } from '#app/routes/api.v1.monitoring.batches_.$batchId/route.ts';
import {
  action as withdraw,
  loader as readWithdrawal,
} from '#app/routes/api.v1.monitoring.batches_.$batchId_.withdrawal/route.ts';
import { createHook, revokeHook } from '#app/services/intake/create-hook.server.ts';
import type { Member } from '#db/actor.server.ts';
import { describeOnDatabases } from '#tests/support/databases.ts';
import { createMachine, overrides } from '#tests/support/machine.ts';
import { createMember, createWorkspace } from '#tests/support/workspace.ts';
import { newSystem } from '#tests/services/register/new-system.ts';
import { check, documented, tireOut } from './documented.ts';

describeOnDatabases('the interface of what changes', () => {
  let owner: Member;
  let siteId: string;
  let place: { systemId: string; deploymentId: string };
  beforeAll(async () => {
    const workspace = await createWorkspace(['North']);
    owner = await createMember(workspace, 'model-owner');
    siteId = workspace.siteIds[0] ?? '';
    place = await newSystem(owner, siteId);
  });
  const get = (token: string, batchId: string) =>
    getBatch({
      request: new Request(`http://localhost:3000/api/v1/monitoring/batches/${batchId}`, {
        headers: { Authorization: `Bearer ${token}` },
      }),
      params: { batchId },
      context: {},
    });

  it('answers each documented status of taking back', async () => {
    const seen = new Set<number>();
    const of = (token: string | null, batchId: string, body: BodyInit = '{"reason":"Wrong"}') =>
      withdraw({
        request: new Request(
          `http://localhost:3000/api/v1/monitoring/batches/${batchId}/withdrawal`,
          {
            ...{ method: 'POST', body },
            headers: token === null ? {} : { Authorization: `Bearer ${token}` },
          },
        ),
        params: { batchId },
        context: {},
      });
    const expectAnswer = async (
      reply: Response | Promise<Response>,
      status: number,
      code?: string,
    ) => {
      const got = await reply;
      expect(got.status, code).toBe(status);
      seen.add(status);
      return check('withdraw', got, code);
    };
    const mine = await createMachine(owner, await newSystem(owner, siteId));
    const send = async (more: Record<string, unknown> = {}) => {
      const reply = await mine.send({
        ...{ deployment: mine.deployment, model_version: '1.0', records: [overrides()] },
        ...more,
      });
      return ((await reply.json()) as { batch_id: string }).batch_id;
    };
    const sent = await send();
    const april = { ...overrides(), numerator: 1 };
    await send({ records: [{ ...april, subgroup: { dimension: 'sex', level: 'f' } }] });
    await expectAnswer(of(mine.token, sent, '{'), 400, 'malformed-json');
    await expectAnswer(of(mine.token, sent, Buffer.from([0xff])), 400, 'malformed-text');
    await expectAnswer(of(null, sent), 401, 'token-missing');
    const reader = await createMachine(owner, place, ['monitoring:read']);
    await expectAnswer(of(reader.token, sent), 403, 'scope-missing');
    await expectAnswer(of(mine.token, randomUUID()), 404, 'batch-unknown');
    await expectAnswer(of(mine.token, 'x'), 404, 'batch-unknown');
    await expectAnswer(readWithdrawal(), 405, 'method-not-allowed');
    const waiting = await send({ model_version: '9.9' });
    await expectAnswer(of(mine.token, waiting), 409, 'batch-not-stored');
    await expectAnswer(of(mine.token, sent, ' '.repeat(20_000)), 413, 'too-large');
    await expectAnswer(of(mine.token, sent, '{"reason":" "}'), 422, 'reason-refused');
    const done = await expectAnswer(of(mine.token, sent), 201);
    expect(done).toMatchObject({ state: 'withdrawn', withdrawal: { withdrawn: 1, restored: 0 } });
    expect(await expectAnswer(of(mine.token, sent), 200)).toEqual(done);
    const other = of(mine.token, sent, '{"reason":"Counted twice"}');
    const refused = await expectAnswer(other, 409, 'withdrawn-otherwise');
    expect(refused['detail']).toBe('Wrong');
    expect(await check('get', await get(mine.token, sent))).toEqual(done);
    await tireOut(mine.tokenId);
    await expectAnswer(of(mine.token, sent), 429, 'too-many-requests');
    expect([...seen].sort().map(String)).toEqual(documented('withdraw'));
  });

  it('answers each documented status of a message of a registry', async () => {
    const seen = new Set<number>();
    const { hookId, secret } = await createHook(owner, { ...place, modelName: 'ed' });
    const messageId = randomUUID();
    const created = {
      entity: 'model_version',
      action: 'created',
      data: { name: 'ed', version: '77' },
    };
    type Sent = { body?: unknown; id?: string; method?: string; age?: number; key?: string };
    const send = async (status: number, code: string | undefined, sent: Sent = {}) => {
      const { body = created, id = messageId, method = 'POST', age = 0, key = secret } = sent;
      const bytes = Buffer.isBuffer(body)
        ? body
        : Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
      const timestamp = String(Math.floor(Date.now() / 1000) - age);
      const digest = createHmac('sha256', key).update(`${id}.${timestamp}.`).update(bytes);
      const request = new Request(`http://localhost:3000/api/v1/hooks/mlflow?hook=${hookId}`, {
        ...{ method, body: new Uint8Array(bytes) },
        headers: {
          ...{ 'X-MLflow-Signature': `v1,${digest.digest('base64')}` },
          ...{ 'X-MLflow-Delivery-Id': id, 'X-MLflow-Timestamp': timestamp },
        },
      });
      const reply = await takeMessage({ request, params: {}, context: {} });
      expect(reply.status, code).toBe(status);
      seen.add(status);
      return check('hook', reply, code);
    };
    await send(201, undefined);
    await send(200, undefined);
    await send(202, undefined, { body: { entity: 'a', action: 'b' }, id: 'x' });
    await send(400, 'malformed-json', { body: '{' });
    await send(400, 'malformed-text', { body: Buffer.from([0xff]) });
    await send(401, 'signature-missing', { id: '' });
    await send(401, 'signature-wrong', { key: 'x' });
    await send(401, 'signature-old', { age: 400 });
    await send(405, 'method-not-allowed', { method: 'PUT' });
    expect(readHooks().status).toBe(405);
    await send(413, 'too-large', { body: ' '.repeat(300_000) });
    await send(422, 'message-unreadable', { body: [] });
    await tireOut(hookId, 'hook');
    await send(429, 'too-many-requests');
    await revokeHook(owner, { ...place, hookId });
    await send(401, 'hook-revoked');
    expect([...seen].sort().map(String)).toEqual(documented('hook'));
  });
});
