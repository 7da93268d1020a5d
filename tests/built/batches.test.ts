import { randomBytes, randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { sql } from 'drizzle-orm';
import postgres from 'postgres';
import { describe, expect, inject, it } from 'vitest';
import { useDatabase } from '#app/database.server.ts';
import { env } from '#app/env.server.ts';
import { tokenHash } from '#app/secrets.server.ts';
import { openDatabase, type DatabaseLocation } from '#db/client.server.ts';
import { queryRows } from '#db/database.ts';
import { rateLimits } from '#db/schema/sign-in.ts';
import { demoDirectory } from '#tests/support/demo-directory.ts';
import { createMachine } from '#tests/support/machine.ts';
import { freePort, startServer, type ServerProcess } from '#tests/support/server-process.ts';
import { createMember, createWorkspace } from '#tests/support/workspace.ts';
import { newSystem } from '#tests/services/register/new-system.ts';

const perBatch = 1000;
/** Batches of one token in a minute. */
const limit = 1200;
/** Of those, sent before the flood of this test: a busy machine may take over a minute for all. */
const sent = 1100;
const senders = 20;

type Token = { token: string; deployment: string };
type Answer = { status: number; body: Record<string, unknown> };

/** An organisation with a token of one deployment, before any server runs. */
async function seed(location: DatabaseLocation, earlier = 0): Promise<Token> {
  const database = await openDatabase(location);
  useDatabase(database);
  const workspace = await createWorkspace(['North']);
  const owner = await createMember(workspace, 'model-owner');
  const machine = await createMachine(owner, await newSystem(owner, workspace.siteIds[0] ?? ''));
  if (earlier > 0) {
    await database.db.insert(rateLimits).values({
      key: `intake:${tokenHash(machine.tokenId)}`,
      points: earlier,
      expire: new Date(Date.now() + 3_600_000),
    });
  }
  await database.close();
  return machine;
}

/** As many records as a batch may hold, none about the same as those of another number. */
function batchOf({ deployment }: Token, number: number): string {
  const day = (days: number) =>
    new Date(Date.UTC(2026, 2, 1) + days * 86_400_000).toISOString().slice(0, 10);
  const records = Array.from({ length: perBatch }, (_, index) => ({
    ...{ metric: `metric-${number}`, kind: 'proportion', mode: 'silent' },
    subgroup: { dimension: 'ward', level: `w${index % 100}` },
    period: { start: day(Math.floor(index / 100)), end: day(Math.floor(index / 100) + 1) },
    ...{ numerator: index % 40, denominator: 40 },
  }));
  return JSON.stringify({ deployment, model_version: '1.0', records });
}

const post = ({ url }: ServerProcess, { token }: Token, key: string, body: string) =>
  fetch(`${url}/api/v1/monitoring/batches`, {
    method: 'POST',
    headers: {
      ...{ Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
      'Idempotency-Key': key,
    },
    body,
  });

/** Nothing where the server went away before it answered. */
async function send(
  server: ServerProcess,
  token: Token,
  key: string,
  body: string,
): Promise<Answer | null> {
  try {
    const reply = await post(server, token, key, body);
    return { status: reply.status, body: (await reply.json()) as Answer['body'] };
  } catch {
    return null;
  }
}

const whole = { state: 'stored', accepted: perBatch, unchanged: 0, superseded: 0 };

/** After a new start: all of it was there or none, and the key answers as the contract says. */
async function expectAllOrNone(
  server: ServerProcess,
  token: Token,
  { key, body, before }: { key: string; body: string; before: Answer | null },
): Promise<'all' | 'none'> {
  const again = await send(server, token, key, body);
  // Had a part been stored, it would be unchanged now, or the key be taken by less.
  expect(again?.body).toMatchObject(whole);
  expect([200, 201]).toContain(again?.status);
  if (before !== null) expect(again).toEqual({ status: 200, body: before.body });
  expect(await send(server, token, key, body)).toEqual({ status: 200, body: again?.body });
  expect((await send(server, token, key, body.replace('w0', 'w00')))?.status).toBe(409);
  return again?.status === 200 ? 'all' : 'none';
}

/** Each batch that is there has the records it says. */
async function expectWhole(location: DatabaseLocation, batches: number): Promise<void> {
  const database = await openDatabase(location);
  const found = await queryRows<{ accepted: number; records: number }>(
    database.db,
    sql`select b.accepted, count(r.id)::int as records from monitoring_batches b
        left join monitoring_records r on r.batch_id = b.id
        where b.model_version = '1.0' and b.source = 'api' group by b.id, b.accepted`,
  );
  await database.close();
  const ours = found.filter(({ accepted }) => accepted === perBatch);
  expect(ours).toEqual(Array(batches).fill({ accepted: perBatch, records: perBatch }));
}

describe('a flood of batches', () => {
  it('is answered up to the limit of its token, then with 429, the time to wait and the reason', async () => {
    const dataDir = await demoDirectory();
    const token = await seed({ kind: 'embedded', dataDir }, sent);
    const other = await seed({ kind: 'embedded', dataDir });
    const server = await startServer({ DATA_DIR: dataDir, APP_SECRET: env().secret });
    const more = 40;
    const replies: Response[] = [];
    const sendNext = async (): Promise<void> => {
      for (let round = 0; round < (limit - sent + more) / senders; round += 1) {
        replies.push(await post(server, token, randomUUID(), '{'));
      }
    };
    await Promise.all(Array.from({ length: senders }, sendNext));
    const refused = replies.filter(({ status }) => status === 429);
    expect(refused).toHaveLength(more);
    expect(replies.filter(({ status }) => status === 400)).toHaveLength(limit - sent);
    for (const reply of refused) {
      expect(reply.headers.get('Content-Type')).toBe('application/problem+json');
      expect(Number(reply.headers.get('Retry-After'))).toBeGreaterThan(0);
      expect(Number(reply.headers.get('Retry-After'))).toBeLessThanOrEqual(3600);
      expect(await reply.json()).toMatchObject({ status: 429, code: 'too-many-requests' });
    }
    // Nobody else waits for it.
    expect((await send(server, other, randomUUID(), batchOf(other, 0)))?.status).toBe(201);
    await server.stop();
    await rm(dataDir, { recursive: true });
  });
});

describe('SIGKILL in the middle of a batch of a thousand records', () => {
  it('leaves all of it or none on the embedded database, and the key answers as it should', async () => {
    const dataDir = await demoDirectory();
    const location = { kind: 'embedded', dataDir } as const;
    const token = await seed(location);
    const environment = { DATA_DIR: dataDir, APP_SECRET: env().secret };
    let server = await startServer(environment);
    const first = { key: 'before-any-kill', body: batchOf(token, 0) };
    const started = performance.now();
    const answered = await send(server, token, first.key, first.body);
    expect(answered?.status).toBe(201);
    const usual = performance.now() - started;
    const left: string[] = [];
    const points = [0.2, 0.7];
    for (const [index, share] of points.entries()) {
      const [key, body] = [randomUUID(), batchOf(token, index + 1)];
      const answer = send(server, token, key, body);
      const { child } = server;
      setTimeout(() => child.kill('SIGKILL'), share * usual);
      const before = await answer;
      await server.stop('SIGKILL');
      server = await startServer(environment);
      left.push(await expectAllOrNone(server, token, { key, body, before }));
      // What was answered before is there, whatever came after.
      const kept = { ...first, before: answered };
      if (index === 0) expect(await expectAllOrNone(server, token, kept)).toBe('all');
    }
    await server.stop();
    console.info(`killed at ${points.join(', ')} of ${Math.round(usual)} ms:`, left.join(', '));
    await expectWhole(location, points.length + 1);
    await rm(dataDir, { recursive: true });
  });

  const serverUrl = process.env['TEST_DATABASE_URL'];
  it.skipIf(serverUrl === undefined)(
    'leaves none before the commit and all after it on Postgres, and the key answers as it should',
    async () => {
      const name = `attune_batch_${randomBytes(4).toString('hex')}`;
      const admin = postgres(serverUrl ?? '', { max: 1, onnotice: () => undefined });
      await admin.unsafe(`create database ${name} template ${inject('templateName')}`);
      const url = new URL(serverUrl ?? '');
      url.pathname = `/${name}`;
      const location = { kind: 'postgres', url: url.href } as const;
      const token = await seed(location);
      const port = String(await freePort());
      const environment = {
        ...{ DATABASE_URL: url.href, APP_SECRET: env().secret, PORT: port },
        PUBLIC_URL: `http://127.0.0.1:${port}`,
      };
      let server = await startServer(environment);
      const observer = postgres(url.href, { max: 1, onnotice: () => undefined });
      const reader = postgres(url.href, { max: 1, onnotice: () => undefined });
      const isHeldUp = async (table: string, key: string) => {
        const held = await reader`select 1 from pg_stat_activity
          where datname = ${name} and wait_event_type = 'Lock' and strpos(query, ${table}) > 0`;
        const kept = await reader`
          select 1 from monitoring_batches where idempotency_key = ${key}`;
        return held.length > 0 && (table !== 'jobs.job' || kept.length > 0);
      };
      // What the batch waits to write when the server dies: that the token was used, itself, its
      // records, and, committed and not answered, the job that follows.
      const points = [
        ['api_tokens', 'none'],
        ['monitoring_batches', 'none'],
        ['monitoring_records', 'none'],
        ['jobs.job', 'all'],
      ] as const;
      for (const [index, [table, expected]] of points.entries()) {
        const [key, body] = [randomUUID(), batchOf(token, index)];
        await observer.begin(async (held) => {
          await held.unsafe(`lock table ${table} in share mode`);
          const answer = send(server, token, key, body);
          while (!(await isHeldUp(table, key))) {
            await new Promise((resolve) => setTimeout(resolve, 5));
          }
          await server.stop('SIGKILL');
          expect(await answer).toBeNull();
        });
        server = await startServer(environment);
        expect(await expectAllOrNone(server, token, { key, body, before: null }), table).toBe(
          expected,
        );
      }
      await server.stop();
      await expectWhole(location, points.length);
      await Promise.all([observer.end(), reader.end()]);
      await admin.unsafe(`drop database ${name} with (force)`);
      await admin.end();
    },
  );
});
