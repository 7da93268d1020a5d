import { resolve } from 'node:path';
import { requireUnlocked } from '#db/data-dir-lock.server.ts';
import { env } from '../env.server.ts';
import { findServer } from '../server/running-servers.server.ts';

/**
 * Asked before anything is built: a build takes away the files of a server that runs from it. Before
 * a start (`--start`) the configuration and the data directory are checked too, so that a start that
 * must fail fails at once, in one line.
 */
function check(): void {
  if (process.argv.includes('--start')) {
    const { strict, dataDir } = env();
    if (!strict) requireUnlocked(dataDir);
  }
  const server = findServer(resolve('build'));
  if (server !== null) {
    throw new Error(`build/ is in use by the server of process ${server}: stop it first`);
  }
}

try {
  check();
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exitCode = 1;
}
