import { randomBytes } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { sql } from 'drizzle-orm';
import postgres from 'postgres';
import { afterAll, describe, expect, it } from 'vitest';
import { openDatabase, type DatabaseLocation } from '#db/client.server.ts';
import { queryRows } from '#db/database.ts';
import { demoLinkCode } from '#db/seed/demo-organisation.ts';
import { closeConnections, createClient, type Client } from '#tests/support/http-client.ts';
import { answerUntilReview, learnSteps, submit, type Step } from '#tests/support/respondent.ts';
import { freePort, startServer, type ServerProcess } from '#tests/support/server-process.ts';

const respondents = 2000;
const lanes = 100;

type Place = {
  environment: Record<string, string>;
  location: DatabaseLocation;
  remove: () => Promise<void>;
};

async function embeddedPlace(): Promise<Place> {
  const dataDir = mkdtempSync(join(tmpdir(), 'attune-kill-'));
  return {
    environment: { DATA_DIR: dataDir, PORT: String(await freePort()) },
    location: { kind: 'embedded', dataDir },
    remove: () => rm(dataDir, { recursive: true }),
  };
}

async function postgresPlace(serverUrl: string): Promise<Place> {
  const name = `attune_kill_${randomBytes(4).toString('hex')}`;
  const admin = postgres(serverUrl, { max: 1, onnotice: () => undefined });
  await admin.unsafe(`create database ${name}`);
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  const port = String(await freePort());
  const environment = {
    DATABASE_URL: url.href,
    APP_SECRET: randomBytes(32).toString('base64url'),
    PUBLIC_URL: `http://127.0.0.1:${port}`,
    PORT: port,
  };
  const demo = spawnSync(process.execPath, ['build/cli/demo.js'], {
    env: { PATH: process.env['PATH'] ?? '', NODE_ENV: 'production', ...environment },
    encoding: 'utf8',
  });
  if (demo.status !== 0) throw new Error(demo.stderr);
  return {
    environment,
    location: { kind: 'postgres', url: url.href },
    remove: async () => {
      await admin.unsafe(`drop database ${name} with (force)`);
      await admin.end();
    },
  };
}

async function inLanes<Item>(
  items: readonly Item[],
  work: (item: Item) => Promise<void>,
): Promise<void> {
  const queue = [...items];
  await Promise.all(
    Array.from({ length: lanes }, async () => {
      for (let item = queue.pop(); item !== undefined; item = queue.pop()) await work(item);
    }),
  );
}

/** Submits all at once and kills the server once `after` of them are confirmed. */
async function submitAndKill(
  clients: readonly Client[],
  steps: readonly Step[],
  server: ServerProcess,
  after: number,
): Promise<Set<Client>> {
  const confirmed = new Set<Client>();
  await Promise.all(
    clients.map(async (client) => {
      const isConfirmed = await submit(client, steps).catch(() => false);
      if (isConfirmed) confirmed.add(client);
      if (confirmed.size === after) server.child.kill('SIGKILL');
    }),
  );
  await server.stop('SIGKILL');
  return confirmed;
}

/** Waits until the batch mover has begun, then kills the server in the middle of its work. */
async function killDuringMove(server: ServerProcess): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 1500));
  await server.stop('SIGKILL');
}

async function count(
  location: DatabaseLocation,
): Promise<{ answers: number; ballots: number; before: number }> {
  const database = await openDatabase(location);
  const [row] = await queryRows<{ answers: number; ballots: number; before: number }>(
    database.db,
    sql`select
      (select count(*)::int from inbox) + (select count(*)::int from responses where origin <> 'imported') as answers,
      (select count(*)::int from used_ballots) as ballots,
      (select count(*)::int from responses) as before`,
  );
  await database.close();
  if (!row) throw new Error('no counts');
  return row;
}

async function proveNothingIsLost(place: Place): Promise<void> {
  let server = await startServer(place.environment);
  const steps = await learnSteps(server.url, `/s/${demoLinkCode}`);
  const clients = Array.from({ length: respondents }, () => createClient(server.url));
  await inLanes(clients, (client) => answerUntilReview(client, steps));
  await server.stop();
  const seeded = (await count(place.location)).answers;

  server = await startServer(place.environment);
  const confirmed = await submitAndKill(clients, steps, server, respondents / 2);
  expect(confirmed.size).toBeGreaterThanOrEqual(respondents / 2);
  expect(confirmed.size).toBeLessThan(respondents);
  const killed = await count(place.location);
  expect(killed.answers - seeded).toBeGreaterThanOrEqual(confirmed.size);

  server = await startServer(place.environment);
  await killDuringMove(server);
  expect((await count(place.location)).answers).toBe(killed.answers);

  server = await startServer(place.environment);
  // Everybody tries again, the confirmed ones too: a double click must not count twice.
  await inLanes(clients, async (client) => {
    expect(await submit(client, steps)).toBe(true);
  });
  await server.stop();
  const final = await count(place.location);
  expect(final.ballots).toBe(respondents);
  expect(final.answers - seeded).toBe(respondents);
}

describe('SIGKILL in the middle of 2,000 submissions and of a batch move', () => {
  afterAll(closeConnections);

  it('loses and doubles nothing on the embedded database', async () => {
    const place = await embeddedPlace();
    await proveNothingIsLost(place).finally(place.remove);
  });

  const serverUrl = process.env['TEST_DATABASE_URL'];
  if (serverUrl) {
    it('loses and doubles nothing on Postgres', async () => {
      const place = await postgresPlace(serverUrl);
      await proveNothingIsLost(place).finally(place.remove);
    });
  }
});
