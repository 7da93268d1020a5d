import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import postgres from 'postgres';
import { demoLinkCode } from '#db/seed/demo-organisation.ts';
import { closeConnections, createClient, type Client } from '#tests/support/http-client.ts';
import { begin, learnSteps, type Step } from '#tests/support/respondent.ts';
import { freePort, startServer } from '#tests/support/server-process.ts';
import { describeMeasured, measure, type Measured } from './measure.ts';

const server = process.env['BENCH_DATABASE_URL'] ?? 'postgres://root@127.0.0.1:5432/postgres';
const seconds = Number(process.env['BENCH_SECONDS'] ?? 20);
const lanes = Number(process.env['BENCH_LANES'] ?? 24);

function residentMegabytes(processId: number | undefined): number {
  const line = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${processId}/status`, 'utf8'));
  return Number(line?.[1] ?? NaN) / 1024;
}

/** A respondent who has started and agreed. */
async function reachItems(url: string, steps: readonly Step[]): Promise<Client> {
  const client = createClient(url);
  await begin(client, steps);
  const consent = steps.slice(1).find((step) => !/\/\d+$/.test(step.action));
  if (consent) await client.post(consent.action, consent.body);
  return client;
}

/** One save and the page that follows it, on and on through the survey; every lane is one respondent after another. */
async function benchSaves(url: string, steps: readonly Step[]): Promise<Measured> {
  const pages = steps.filter((step) => /\/\d+$/.test(step.action));
  const state = new Map<number, { client: Client; next: number }>();
  const beginLane = async (lane: number) => {
    const client = await reachItems(url, steps);
    const started = { client, next: 0 };
    state.set(lane, started);
    return started;
  };
  await Promise.all(Array.from({ length: lanes }, (_, lane) => beginLane(lane)));
  return measure(lanes, seconds, async (lane) => {
    let current = state.get(lane) ?? (await beginLane(lane));
    if (current.next >= pages.length) current = await beginLane(lane);
    const step = pages[current.next];
    if (!step) throw new Error('the survey has pages');
    current.next += 1;
    const begun = performance.now();
    const saved = await current.client.post(step.action, step.body);
    if (saved.status !== 303 && saved.status !== 302) throw new Error(`save: ${saved.status}`);
    const followed = await current.client.get(saved.location ?? '');
    if (followed.status !== 200) throw new Error(`page: ${followed.status}`);
    return performance.now() - begun;
  });
}

async function benchBare(databaseUrl: string, step: Step): Promise<Measured> {
  const port = String(await freePort());
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', 'tests/bench/bare-server.ts', databaseUrl, port],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  await new Promise((resolve) => child.stdout.once('data', resolve));
  const client = createClient(`http://127.0.0.1:${port}`);
  const save = await measure(lanes, Math.max(5, seconds / 2), async () => {
    const reply = await client.post('/save', step.body);
    if (reply.status !== 303) throw new Error(`bare: ${reply.status}`);
    return undefined;
  });
  child.kill('SIGTERM');
  return save;
}

async function benchSavesAlone(url: string, steps: readonly Step[]): Promise<Measured> {
  const page = steps.find((step) => /\/\d+$/.test(step.action));
  if (!page) throw new Error('no page of items');
  const clients = await Promise.all(Array.from({ length: lanes }, () => reachItems(url, steps)));
  return measure(lanes, Math.max(5, seconds / 2), async (lane) => {
    const reply = await clients[lane]?.post(page.action, page.body);
    if (reply?.status === 429) throw new Error('refused');
    if (reply?.status !== 303 && reply?.status !== 302) throw new Error(`save: ${reply?.status}`);
    return undefined;
  });
}

async function run(): Promise<void> {
  if (!existsSync('build/server/start.js')) throw new Error('run `npm run build` first');
  const name = `attune_bench_${randomBytes(4).toString('hex')}`;
  const admin = postgres(server, { max: 1, onnotice: () => undefined });
  await admin.unsafe(`create database ${name}`);
  const databaseUrl = new URL(server);
  databaseUrl.pathname = `/${name}`;
  const port = String(await freePort());
  const environment = {
    DATABASE_URL: databaseUrl.href,
    APP_SECRET: randomBytes(32).toString('base64url'),
    PUBLIC_URL: `http://127.0.0.1:${port}`,
    PORT: port,
  };
  try {
    const demo = spawn(process.execPath, ['build/cli/demo.js'], {
      env: { PATH: process.env['PATH'] ?? '', NODE_ENV: 'production', ...environment },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    await new Promise((resolve) => demo.once('exit', resolve));
    const application = await startServer(environment);
    const steps = await learnSteps(application.url, `/s/${demoLinkCode}`);
    await benchSaves(
      application.url,
      steps.map((step) => step),
    ); // warm
    const walk = await benchSaves(application.url, steps);
    const memory = residentMegabytes(application.child.pid);
    const alone = await benchSavesAlone(application.url, steps);
    await application.stop();
    const firstPage = steps.find((step) => /\/\d+$/.test(step.action));
    if (!firstPage) throw new Error('no page of items');
    const bare = await benchBare(databaseUrl.href, firstPage);
    const lines = [
      describeMeasured('save and following page', walk),
      describeMeasured('save alone', alone),
      describeMeasured('bare node:http and postgres.js', bare),
      `memory of the server ${memory.toFixed(0)} MB`,
      `save alone / bare     ${((100 * alone.perSecond) / bare.perSecond).toFixed(0)} %`,
    ];
    process.stdout.write(`${lines.join('\n')}\n`);
  } finally {
    closeConnections();
    await admin.unsafe(`drop database if exists ${name} with (force)`);
    await admin.end();
  }
}

await run();
process.exit(0);
