import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startServer } from '#tests/support/server-process.ts';

/** The built application with a fresh demo organisation; the specs read where it listens. */
export default async function startApplication(): Promise<() => Promise<void>> {
  if (!existsSync('build/server/start.js')) throw new Error('run `npm run build` first');
  const dataDir = mkdtempSync(join(tmpdir(), 'attune-e2e-'));
  const server = await startServer({ DATA_DIR: dataDir });
  const password = /password: (\S+)/.exec(server.output())?.[1];
  if (!password) throw new Error(`no demo password was printed:\n${server.output()}`);
  process.env['E2E_URL'] = server.url;
  process.env['E2E_PASSWORD'] = password;
  return async () => {
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
    const trouble = server
      .output()
      .split('\n')
      .filter((line) => line.includes('"level":50'));
    if (trouble.length > 0) throw new Error(`the server logged errors:\n${trouble.join('\n')}`);
  };
}
