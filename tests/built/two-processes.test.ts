import { randomBytes } from 'node:crypto';
import { spawnSync } from 'node:child_process';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeConnections, createClient } from '#tests/support/http-client.ts';
import { signInToDemo, demoStudyId } from '#tests/support/demo-sign-in.ts';
import { openChunked } from '#tests/support/raw-request.ts';
import { freePort, startServer, type ServerProcess } from '#tests/support/server-process.ts';

const serverUrl = process.env['TEST_DATABASE_URL'];
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Needs Postgres: the embedded database serves one process. */
if (serverUrl) {
  describe('two processes on one database', () => {
    const name = `attune_two_${randomBytes(4).toString('hex')}`;
    const admin = postgres(serverUrl, { max: 1, onnotice: () => undefined });
    const url = new URL(serverUrl);
    url.pathname = `/${name}`;
    const sql = postgres(url.href, { max: 1, onnotice: () => undefined });
    let first: ServerProcess | undefined;
    let second: ServerProcess | undefined;
    let bothSince = 0;

    async function environment(): Promise<Record<string, string>> {
      const port = String(await freePort());
      const shared = { DATABASE_URL: url.href, APP_SECRET: secret };
      return { ...shared, PORT: port, PUBLIC_URL: `http://127.0.0.1:${port}` };
    }
    const secret = randomBytes(32).toString('base64url');

    const both = (): [ServerProcess, ServerProcess] => {
      if (!first || !second) throw new Error('both are started before all tests');
      return [first, second];
    };

    beforeAll(async () => {
      await admin.unsafe(`create database ${name}`);
      const [one, other] = [await environment(), await environment()];
      const started = await Promise.allSettled([startServer(one), startServer(other)]);
      [first, second] = started.map((result) =>
        result.status === 'fulfilled' ? result.value : undefined,
      );
      for (const result of started) {
        if (result.status === 'rejected') throw result.reason as Error;
      }
    });

    afterAll(async () => {
      closeConnections();
      await Promise.all([first?.stop(), second?.stop()]);
      await sql.end();
      await admin.unsafe(`drop database ${name} with (force)`);
      await admin.end();
    });

    it('both migrate at once, and every migration is applied once', async () => {
      const applied =
        await sql`select hash, count(*)::int as times from attune.migrations group by 1`;
      expect(applied.length).toBeGreaterThan(0);
      expect(applied.every(({ times }) => times === 1)).toBe(true);
      for (const server of both()) expect(server.output()).not.toContain('"level":50');
    });

    it('a person answers at whichever process the proxy chooses', async () => {
      bothSince = Date.now();
      const demo = spawnSync(process.execPath, ['build/cli/demo.js'], {
        env: {
          PATH: process.env['PATH'] ?? '',
          NODE_ENV: 'production',
          ...(await environment()),
        },
        encoding: 'utf8',
      });
      expect(demo.stderr).toBe('');
      const [one, other] = both();
      const jar = new Map<string, string>();
      const page = await createClient(one.url, jar).get('/s/demo-nurses');
      const start = /name="start" value="([^"]+)"/.exec(page.body)?.[1] ?? '';
      const begun = await createClient(other.url, jar).post('/s/demo-nurses', `start=${start}`);
      expect(begun.status).toBe(303);
      expect((await createClient(one.url, jar).get('/s/demo-nurses/consent')).status).toBe(200);

      const session = new Map<string, string>();
      const printed = { ...one, output: () => demo.stdout };
      const researcher = await signInToDemo(printed, 'researcher', session);
      const study = await demoStudyId(researcher);
      const elsewhere = createClient(other.url, session);
      expect((await elsewhere.get(`/studies/${study}`)).status).toBe(200);
    });

    it('a schedule sends one job a minute, not one for each process', async () => {
      await pause(Math.max(0, bothSince + 75_000 - Date.now()));
      // The queue counts whole minutes but hands jobs on later: the minute of their making says nothing.
      const [counted] = await sql<{ sent: number; minutes: number }[]>`
        with jobs_ever as (
          select name, created_on, completed_on, singleton_key, singleton_on from jobs.job
          union all
          select name, created_on, completed_on, singleton_key, singleton_on from jobs.archive)
        select
          count(*) filter (where name = 'send-mail' and created_on > ${new Date(bothSince)})::int as sent,
          count(distinct singleton_on) filter (where name = '__pgboss__send-it'
            and singleton_key = 'send-mail' and completed_on > ${new Date(bothSince)})::int as minutes
        from jobs_ever`;
      expect(counted?.sent).toBeGreaterThan(0);
      expect(counted?.sent).toBeLessThanOrEqual(counted?.minutes ?? 0);
    });

    it('one that is killed takes nothing with it, one that is stopped ends its work', async () => {
      const [one, other] = both();
      await one.stop('SIGKILL');
      for (let i = 0; i < 20; i += 1) {
        expect((await fetch(`${other.url}/s/demo-nurses`)).status).toBe(200);
      }
      first = await startServer(await environment());
      const slow = openChunked(other.url, '/s/resume', {
        'Content-Type': 'application/x-www-form-urlencoded',
      });
      await slow.chunk('code=');
      await pause(500);
      const ended = other.stop('SIGTERM');
      await pause(500);
      await slow.chunk('WRONG');
      slow.end();
      expect(await slow.reply).toMatch(/^HTTP\/1\.1 400 /);
      expect(await ended).toBe(0);
      expect((await fetch(`${first.url}/s/demo-nurses`)).status).toBe(200);
    });
  });
} else {
  describe('two processes on one database', () => {
    it('are tested where TEST_DATABASE_URL names a server', () => {
      process.stdout.write('TEST_DATABASE_URL is not set: two processes are not tested\n');
      expect(serverUrl).toBeUndefined();
    });
  });
}
