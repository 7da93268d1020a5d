import { build } from 'esbuild';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { useWorkerFile } from '#app/jobs/worker-pool.server.ts';

/** Builds the worker as the build does, so that tests run the real thread. */
export async function buildWorker(): Promise<void> {
  const outfile = join(mkdtempSync(join(tmpdir(), 'attune-worker-')), 'worker.mjs');
  await build({
    entryPoints: ['app/jobs/worker.ts'],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    // Built elsewhere than beside node_modules, it must carry its packages.
    packages: 'bundle',
  });
  useWorkerFile(outfile);
}
