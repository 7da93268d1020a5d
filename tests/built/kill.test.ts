import { randomBytes } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { spawnSync } from 'node:child_process';
import { sql } from 'drizzle-orm';
import postgres from 'postgres';
import { afterAll, describe, expect, it } from 'vitest';
import { openDatabase, type DatabaseLocation } from '#db/client.server.ts';
import { queryRows } from '#db/database.ts';
import { demoLinkCode } from '#db/seed/demo-organisation.ts';
import { demoDirectory } from '#tests/support/demo-directory.ts';
import { closeConnections, createClient, type Client } from '#tests/support/http-client.ts';
import { answerUntilReview, learnSteps, submit, type Step } from '#tests/support/respondent.ts';
import { freePort, startServer, type ServerProcess } from '#tests/support/server-process.ts';

const lanes = 100;

type Held = { isBatchHeld: () => Promise<boolean>; release: () => Promise<void> };

type Place = {
  respondents: number;
  environment: Record<string, string> & { PORT: string };
  location: DatabaseLocation;
  /** Lets no batch get further than its first write into `responses`, where the database can do so. */
  holdBatches: () => Promise<Held>;
  remove: () => Promise<void>;
};

async function embeddedPlace(): Promise<Place> {
  const dataDir = await demoDirectory();
  return {
    respondents: 1000, // its server and its database share one thread
    environment: { DATA_DIR: dataDir, PORT: String(await freePort()) },
    location: { kind: 'embedded', dataDir },
    // Nobody else can look into an embedded database: the log of its server must do.
    holdBatches: () =>
      Promise.resolve({
        isBatchHeld: () => Promise.resolve(true),
        release: () => Promise.resolve(),
      }),
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
    respondents: 2000,
    environment,
    location: { kind: 'postgres', url: url.href },
    holdBatches: async () => {
      const holder = postgres(url.href, { max: 1, onnotice: () => undefined });
      await holder.unsafe('begin; lock table responses in share mode');
      return {
        isBatchHeld: async () => {
          const waiting = await holder`
            select 1 from pg_locks where not granted and relation = 'responses'::regclass`;
          return waiting.length > 0;
        },
        release: () => holder.end(),
      };
    },
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

/** How many answers the lines of the log with this message speak of. */
function answersOf(server: ServerProcess, message: string): number {
  const lines = server.output().matchAll(/"answers":(\d+),"msg":"([^"]+)"/g);
  return [...lines].reduce((sum, [, answers, said]) => {
    return said === message ? sum + Number(answers) : sum;
  }, 0);
}
const begun = (server: ServerProcess) => answersOf(server, 'batch move begun');
const moved = (server: ServerProcess) => answersOf(server, 'batch moved');

async function waitFor(isSo: () => Promise<boolean> | boolean, what: () => string): Promise<void> {
  const deadline = Date.now() + 600_000;
  while (!(await isSo())) {
    if (Date.now() > deadline) throw new Error(what());
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
}

/** Kills the server once a batch has begun and before it has ended; both must be seen. */
async function killDuringMove(server: ServerProcess, place: Place): Promise<void> {
  const { isBatchHeld, release } = await place.holdBatches();
  await waitFor(
    async () => begun(server) > moved(server) && (await isBatchHeld()),
    () => `no batch began:\n${server.output()}`,
  );
  await server.stop('SIGKILL');
  await release();
  expect(begun(server)).toBeGreaterThan(moved(server));
}

type Count = { inbox: number; responses: number; answers: number; ballots: number };

async function count(location: DatabaseLocation): Promise<Count> {
  const database = await openDatabase(location);
  const [row] = await queryRows<Count>(
    database.db,
    sql`select inbox, responses, inbox + responses as answers, ballots from (select
      (select count(*)::int from inbox) as inbox,
      (select count(*)::int from responses where origin <> 'imported') as responses,
      (select count(*)::int from used_ballots) as ballots) counted`,
  );
  await database.close();
  if (!row) throw new Error('no counts');
  return row;
}

async function proveNothingIsLost(place: Place): Promise<void> {
  const { respondents } = place;
  let server = await startServer(place.environment);
  const way = await learnSteps(server.url, `/s/${demoLinkCode}`);
  const steps = way.filter(({ page }) => !/\/[2-9]$/.test(page)); // one page of items is enough
  const clients = Array.from({ length: respondents }, () => createClient(server.url));
  await inLanes(clients, (client) => answerUntilReview(client, steps));
  await server.stop();
  const seeded = (await count(place.location)).answers;

  server = await startServer(place.environment);
  const confirmed = await submitAndKill(clients, steps, server, respondents / 2);
  expect(confirmed.size).toBeGreaterThanOrEqual(respondents / 2);
  expect(confirmed.size).toBeLessThan(respondents);
  const killed = await count(place.location);
  expect(killed.answers - seeded).toBe(killed.ballots);
  expect(killed.ballots).toBeGreaterThanOrEqual(confirmed.size);

  const debug = { ...place.environment, LOG_LEVEL: 'debug' };
  server = await startServer(debug);
  // What waits may be too few to move: others go on sending until the kill. Some are kept for later.
  const others = clients.filter((client) => !confirmed.has(client)).slice(0, respondents / 4);
  const sending = inLanes(others, async (client) => {
    await submit(client, steps).catch(() => false);
  });
  await killDuringMove(server, place);
  await sending;
  const interrupted = await count(place.location);
  expect(interrupted.answers - seeded).toBe(interrupted.ballots);
  // Of the batch that had begun nothing has arrived, or all of it.
  const arrived = interrupted.responses - killed.responses - moved(server);
  expect([0, begun(server) - moved(server)]).toContain(arrived);

  server = await startServer(debug);
  // Everybody tries again, the confirmed ones too: a double click must not count twice.
  await inLanes(clients, async (client) => {
    expect(await submit(client, steps)).toBe(true);
  });
  await waitFor(
    () => moved(server) > 0,
    () => `nothing was moved:\n${server.output()}`,
  );
  await server.stop();
  const final = await count(place.location);
  expect(final.ballots).toBe(respondents);
  expect(final.answers - seeded).toBe(respondents);
  expect(final.responses).toBeGreaterThan(interrupted.responses);
}

describe.concurrent('SIGKILL in the middle of up to 2,000 submissions and of a batch move', () => {
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
