import { existsSync, rmSync } from 'node:fs';
import { demoDirectory } from '#tests/support/demo-directory.ts';
import { startServer, type ServerProcess } from '#tests/support/server-process.ts';

export type Demo = {
  server: ServerProcess;
  password: string;
  /** Fails when the server has logged an error. */
  stop: () => Promise<void>;
};

type Wishes = {
  environment?: Record<string, string>;
  /** Puts more than the demo into the data directory, before the server opens it. */
  fill?: (dataDir: string) => void;
};

/** The built application with the demo organisation, in a directory of its own. */
export async function startDemo({ environment = {}, fill }: Wishes = {}): Promise<Demo> {
  if (!existsSync('build/server/start.js')) throw new Error('run `npm run build` first');
  const dataDir = await demoDirectory();
  fill?.(dataDir);
  const server = await startServer({ DATA_DIR: dataDir, ...environment });
  const password = /password: (\S+)/.exec(server.output())?.[1];
  if (!password) throw new Error(`no demo password was printed:\n${server.output()}`);
  const stop = async () => {
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
    const trouble = server
      .output()
      .split('\n')
      .filter((line) => line.includes('"level":50'));
    if (trouble.length > 0) throw new Error(`the server logged errors:\n${trouble.join('\n')}`);
  };
  return { server, password, stop };
}
