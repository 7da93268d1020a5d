import { createHmac, randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { beforeAll, beforeEach, expect, it } from 'vitest';
import { getDatabase } from '#app/database.server.ts';
import { action } from '#app/routes/api.v1.hooks.mlflow/route.ts';
import { tokenHash } from '#app/secrets.server.ts';
import { createHook, revokeHook } from '#app/services/intake/create-hook.server.ts';
import { getHooks } from '#app/services/intake/get-hooks.server.ts';
import { addVersion } from '#app/services/register/add-version.server.ts';
import type { Member } from '#db/actor.server.ts';
import { queryRows } from '#db/database.ts';
import { describeOnDatabases } from '#tests/support/databases.ts';
import { createMember, createWorkspace, type Workspace } from '#tests/support/workspace.ts';
import { newSystem } from '#tests/services/register/new-system.ts';

type Init = {
  secret?: string;
  messageId?: string;
  age?: number;
  headers?: Record<string, string>;
  signed?: string;
};

const model = 'ed-triage';
const message = (entity: string, action: string, data: unknown) => ({
  ...{ entity, action, timestamp: '2026-11-26T12:00:00+00:00', data },
});
const created = (version: string, name = model) =>
  message('model_version', 'created', {
    ...{ name, version, source: 'models:/123', run_id: 'abcd' },
    ...{ tags: { stage: 'test' }, description: 'An example' },
  });

describeOnDatabases('messages of a registry of models', () => {
  let workspace: Workspace;
  let owner: Member;
  let place: { systemId: string; deploymentId: string };
  let hook: { hookId: string; secret: string };
  beforeAll(async () => {
    workspace = await createWorkspace(['North', 'South']);
    owner = await createMember(workspace, 'model-owner');
  });
  beforeEach(async () => {
    place = await newSystem(owner, workspace.siteIds[0] ?? '');
    hook = await createHook(owner, { ...place, modelName: model });
  });

  /** As MLflow signs: delivery id, time and body, parted by dots. */
  function request(body: unknown, init: Init = {}, hookId = hook.hookId): Request {
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    const { secret = hook.secret, messageId = randomUUID(), age = 0, signed = text } = init;
    const timestamp = String(Math.floor(Date.now() / 1000) - age);
    const digest = createHmac('sha256', secret)
      .update(`${messageId}.${timestamp}.${signed}`)
      .digest('base64');
    return new Request(`http://localhost:3000/api/v1/hooks/mlflow?hook=${hookId}`, {
      method: 'POST',
      headers: {
        ...{ 'X-MLflow-Signature': `v1,${digest}`, 'X-MLflow-Delivery-Id': messageId },
        ...{ 'X-MLflow-Timestamp': timestamp, 'Content-Type': 'application/json' },
        ...init.headers,
      },
      body: text,
    });
  }
  const post = async (asked: Request) => {
    const reply = await action({ request: asked, params: {}, context: {} });
    return { status: reply.status, body: (await reply.json()) as Record<string, unknown> };
  };
  const send = (body: unknown, init?: Init) => post(request(body, init));
  const alerts = () =>
    queryRows<{ kind: string; part: string; events: number; evidence: object }>(
      getDatabase(),
      sql`select a.kind, a.part, a.evidence,
            (select count(*)::int from alert_events e where e.alert_id = a.id) as events
          from alerts a where a.deployment_id = ${place.deploymentId} order by a.part`,
    );

  it('raise the alert of an unregistered version, once, and are no news of a registered one', async () => {
    expect(await send(created('7'))).toMatchObject({ status: 201, body: { outcome: 'raised' } });
    const alias = message('model_version_alias', 'created', {
      name: model,
      alias: 'champion',
      version: '7',
    });
    expect(await send(alias)).toMatchObject({ status: 201, body: { outcome: 'raised' } });
    expect(await alerts()).toEqual([
      {
        ...{ kind: 'unregistered-version', part: '7', events: 2 },
        evidence: { version: '7', model, event: 'model_version.created' },
      },
    ]);
    await addVersion(owner, { systemId: place.systemId, version: '8' });
    const tag = message('model_version_tag', 'set', {
      name: model,
      version: '8',
      key: 'a',
      value: 'b',
    });
    expect(await send(tag)).toMatchObject({ status: 200, body: { outcome: 'known' } });
    const mlflow = JSON.stringify({ name: model, version: '12' });
    await getDatabase().execute(
      sql`update model_versions set mlflow = ${mlflow}::jsonb
          where system_id = ${place.systemId} and version = '8'`,
    );
    expect(await send(created('12'))).toMatchObject({ status: 200, body: { outcome: 'known' } });
    expect(await send(created('9', 'another'))).toMatchObject({ body: { outcome: 'other-model' } });
    expect(await alerts()).toHaveLength(1);
    const { messages, hooks } = await getHooks(owner, place);
    expect(messages).toHaveLength(5);
    expect(hooks[0]?.lastUsedAt).not.toBeNull();
  });

  it('are taken once by their delivery id, at once or one after the other', async () => {
    const messageId = randomUUID();
    const both = await Promise.all([1, 2].map(() => send(created('7'), { messageId })));
    expect(both.map(({ status }) => status).sort()).toEqual([200, 201]);
    expect(await send(created('7'), { messageId })).toMatchObject({
      status: 200,
      body: { outcome: 'raised' },
    });
    expect(await alerts()).toMatchObject([{ events: 1 }]);
    await Promise.all(['1', '2', '3'].map((version) => send(created(version))));
    expect(await alerts()).toHaveLength(4);
  });

  it('of kinds that nobody waits for are ignored, and that is said', async () => {
    const others = [
      message('registered_model', 'created', { name: model, tags: {} }),
      message('prompt_version', 'created', { name: 'x', version: '1' }),
      message('model_version_alias', 'deleted', { name: model, alias: 'x' }),
      { ...message('something', 'new', null), workspace: 'w', more: 1 },
    ];
    for (const other of others) {
      expect(await send(other)).toMatchObject({ status: 202, body: { outcome: 'ignored' } });
    }
    expect(await alerts()).toEqual([]);
  });

  it('of a version that cannot be read are refused, and may come again with the same id', async () => {
    const messageId = randomUUID();
    for (const data of [{ name: model }, { name: model, version: '' }, { version: '7' }, null]) {
      expect(await send(message('model_version', 'created', data), { messageId })).toMatchObject({
        ...{ status: 422, body: { code: 'message-unreadable' } },
      });
    }
    expect(await send(message('model_version', 'created', { name: 7 }))).toMatchObject({
      body: {
        errors: [
          { pointer: '/data/name', code: 'not-text' },
          { pointer: '/data/version', code: 'missing' },
        ],
      },
    });
    expect(await send({ action: '' })).toMatchObject({
      body: {
        errors: [
          { pointer: '/entity', code: 'missing', allowed: 'a text of at least 1 signs' },
          { pointer: '/action', code: 'empty' },
        ],
      },
    });
    expect(await send(created('7'), { messageId })).toMatchObject({ status: 201 });
  });

  it('know a version by its number in the registry, and by its name where the register has no other', async () => {
    const { systemId } = place;
    const is = async (version: string, mlflow: Record<string, string>) => {
      await getDatabase().execute(
        sql`update model_versions set mlflow = ${JSON.stringify(mlflow)}::jsonb
            where system_id = ${systemId} and version = ${version}`,
      );
    };
    for (const version of ['21', '22', '23', '24']) await addVersion(owner, { systemId, version });
    await is('22', { name: 'another', version: '5' });
    await is('23', { name: model, version: '30' });
    await is('24', { registry: 'main', name: model });
    const outcomes = async (...versions: string[]) => {
      const said: unknown[] = [];
      for (const version of versions) said.push((await send(created(version))).body['outcome']);
      return said;
    };
    expect(await outcomes('21', '24', '30')).toEqual(['known', 'known', 'known']);
    expect(await outcomes('22', '23', '5')).toEqual(['raised', 'raised', 'raised']);
  });

  it('are refused unless they are signed, now, with the secret of that hook', async () => {
    const codeOf = async (asked: Request) => {
      const { status, body } = await post(asked);
      return [status, body['code']];
    };
    const body = created('7');
    const other = await createHook(owner, { ...place, modelName: 'other' });
    expect(other.secret).not.toBe(hook.secret);
    const wrong = [401, 'signature-wrong'];
    expect(await codeOf(request(body, { secret: other.secret }))).toEqual(wrong);
    expect(await codeOf(request(body, {}, other.hookId))).toEqual(wrong);
    expect(await codeOf(request(body, {}, randomUUID()))).toEqual(wrong);
    expect(await codeOf(request(body, { signed: '{}' }))).toEqual(wrong);
    const headers = (name: string, value: string) => request(body, { headers: { [name]: value } });
    expect(await codeOf(headers('X-MLflow-Delivery-Id', randomUUID()))).toEqual(wrong);
    expect(await codeOf(headers('X-MLflow-Timestamp', '1700000000'))).toEqual(wrong);
    expect(await codeOf(headers('X-MLflow-Signature', 'v1,AAAA'))).toEqual(wrong);
    expect(await codeOf(headers('X-MLflow-Signature', 'v2,x'))).toEqual(wrong);
    const missing = [401, 'signature-missing'];
    expect(await codeOf(headers('X-MLflow-Timestamp', 'now'))).toEqual(missing);
    expect(await codeOf(headers('X-MLflow-Delivery-Id', ' '))).toEqual(missing);
    expect(await codeOf(request(body, {}, 'x'))).toEqual(missing);
    for (const age of [301, -301]) {
      expect(await codeOf(request(body, { age }))).toEqual([401, 'signature-old']);
    }
    expect(await codeOf(request(body, { age: 290 }))).toEqual([201, undefined]);
    await revokeHook(owner, { ...place, hookId: hook.hookId });
    expect(await codeOf(request(body))).toEqual([401, 'hook-revoked']);
    await expect(revokeHook(owner, { ...place, hookId: hook.hookId })).rejects.toMatchObject({
      reason: 'hook-gone',
    });
  });

  it('come through hooks that who manages that place makes, with a secret that is kept nowhere', async () => {
    const elsewhere = await createMember(workspace, 'model-owner', [workspace.siteIds[1] ?? '']);
    const reader = await createMember(workspace, 'board-member');
    for (const member of [elsewhere, reader]) {
      await expect(createHook(member, { ...place, modelName: 'x' })).rejects.toThrow();
      await expect(revokeHook(member, { ...place, hookId: hook.hookId })).rejects.toThrow();
      await expect(getHooks(member, place)).rejects.toThrow();
    }
    const rows = await queryRows<Record<string, unknown>>(
      getDatabase(),
      sql`select * from registry_hooks where id = ${hook.hookId}`,
    );
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain(hook.secret.slice(7, 20));
    const audited = await queryRows<{ action: string }>(
      getDatabase(),
      sql`select action from audit_entries where subject_id = ${place.systemId}
          and action like 'deployment.hook-%'`,
    );
    expect(audited).toEqual([{ action: 'deployment.hook-created' }]);
  });

  it('too many in a minute are told to wait', async () => {
    await send(created('7'));
    await getDatabase().execute(
      sql`update rate_limits set points = 120 where key = ${`hook:${tokenHash(hook.hookId)}`}`,
    );
    expect(await send(created('7'))).toMatchObject({ status: 429 });
  });

  it('are answered as documented, whatever is signed', { timeout: 60_000 }, async () => {
    const word = fc.oneof(
      fc.constantFrom(
        'model_version',
        'created',
        'set',
        '\u0000',
        '\ud800',
        '__proto__',
        '',
        'x'.repeat(500),
      ),
      fc.string(),
    );
    const data = fc.oneof(
      fc.jsonValue(),
      fc.record({ name: fc.constantFrom(model, '\u0000'), version: fc.oneof(word, fc.integer()) }),
    );
    const body = fc.oneof(
      fc.record({ entity: word, action: word, data }),
      fc.record({ entity: fc.constant('model_version'), action: fc.constant('created'), data }),
      fc.jsonValue(),
    );
    const text = fc.oneof(
      body.map((value) => JSON.stringify(value)),
      fc.string(),
    );
    const seen = new Set<number>();
    const hooks = [hook];
    for (let made = 0; made < 3; made += 1)
      hooks.push(await createHook(owner, { ...place, modelName: model }));
    let sent = 0;
    await fc.assert(
      fc.asyncProperty(text, async (any) => {
        const own = hooks[sent % hooks.length] ?? hook;
        sent += 1;
        const { status } = await post(request(any, { secret: own.secret }, own.hookId));
        expect([200, 201, 202, 400, 422]).toContain(status);
        seen.add(status);
      }),
      { numRuns: 300, seed: 20_261_126 },
    );
    expect([...seen].sort()).toEqual([200, 201, 202, 400, 422]);
  });
});
