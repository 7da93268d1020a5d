import { build } from 'esbuild';
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { useWorkerFile } from '#app/jobs/worker-pool.server.ts';

/** A process number comes again one day: what an earlier process left is not this one's. */
const start = Math.round(performance.timeOrigin);

/** Builds the worker as the build does, within reach of its packages, once a process: tests run the real thread. */
export async function buildWorker(): Promise<void> {
  const cache = 'node_modules/.cache';
  mkdirSync(cache, { recursive: true });
  const outfile = resolve(cache, `attune-worker-${process.pid}-${start}.mjs`);
  if (!existsSync(outfile)) {
    process.once('exit', () => rmSync(outfile, { force: true }));
    await build({
      entryPoints: ['app/jobs/worker.ts'],
      outfile,
      bundle: true,
      platform: 'node',
      format: 'esm',
      target: 'node20',
      packages: 'external',
    });
  }
  useWorkerFile(outfile);
}
