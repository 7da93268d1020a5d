import { spawnSync } from 'node:child_process';
import { mkdtempSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoDirectory } from '#tests/support/demo-directory.ts';
import { freePort, startServer, type ServerProcess } from '#tests/support/server-process.ts';

const newDataDir = () => mkdtempSync(join(tmpdir(), 'attune-twice-'));
let dataDir: string;
let server: ServerProcess;

beforeAll(async () => {
  dataDir = await demoDirectory();
  server = await startServer({ DATA_DIR: dataDir });
});
afterAll(async () => {
  await server.stop();
});

const builtAt = () => statSync('build/server/index.js').mtimeMs;

async function run(script: string[], environment: Record<string, string> = {}) {
  const { status, stderr } = spawnSync('npm', ['--silent', ...script], {
    env: {
      NODE_ENV: 'production',
      PATH: process.env['PATH'] ?? '',
      HOME: process.env['HOME'] ?? '',
      PORT: String(await freePort()),
      ...environment,
    },
    encoding: 'utf8',
  });
  return { status, lines: stderr.trim().split('\n') };
}

describe('beside a running server', () => {
  it('a second start on its data stops in one line, before it builds', async () => {
    const before = builtAt();
    const { status, lines } = await run(['start'], { DATA_DIR: dataDir });
    expect(status).toBe(1);
    expect(lines).toEqual([expect.stringContaining(`in use by process ${server.child.pid}`)]);
    expect(builtAt()).toBe(before);
  });

  it('neither a start on other data nor a build takes its files away', async () => {
    const before = builtAt();
    for (const script of [['start'], ['run', 'build']]) {
      const { status, lines } = await run(script, { DATA_DIR: newDataDir() });
      expect(status).toBe(1);
      expect(lines).toEqual([expect.stringContaining('build/ is in use by the server')]);
    }
    expect(builtAt()).toBe(before);
    const page = await (await fetch(`${server.url}/s/demo-nurses`)).text();
    const styles = /href="(\/assets\/[^"]+\.css)"/.exec(page)?.[1] ?? '';
    expect((await fetch(server.url + styles)).status).toBe(200);
  });

  it('a wrong value stops a start before it builds', async () => {
    const { status, lines } = await run(['start'], { PORT: 'ninety' });
    expect(status).toBe(1);
    expect(lines).toEqual([expect.stringContaining('PORT')]);
  });

  it('building goes on once it has ended, also when it was killed', async () => {
    await server.stop('SIGKILL');
    const check = spawnSync('npx', ['tsx', 'app/cli/before-build.ts', '--start'], {
      env: {
        NODE_ENV: 'production',
        PATH: process.env['PATH'] ?? '',
        HOME: process.env['HOME'] ?? '',
        DATA_DIR: dataDir,
      },
      encoding: 'utf8',
    });
    expect(check).toMatchObject({ status: 0, stderr: '' });
    server = await startServer({ DATA_DIR: dataDir });
  });
});
