import { build } from 'esbuild';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { useWorkerFile } from '#app/jobs/worker-pool.server.ts';

/** Builds the worker as the build does, within reach of its packages: tests run the real thread. */
export async function buildWorker(): Promise<void> {
  const cache = 'node_modules/.cache';
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(cache, 'attune-worker-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const outfile = resolve(folder, 'worker.mjs');
  await build({
    entryPoints: ['app/jobs/worker.ts'],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
  });
  useWorkerFile(outfile);
}
