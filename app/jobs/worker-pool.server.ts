import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { MessageChannel } from 'node:worker_threads';
import { Piscina } from 'piscina';
import type { ComputationKind, Computations } from './worker-contract.ts';

type Pool = { file: string; piscina: Piscina | null; codeVersion: string };

let pool: Pool | undefined;

function open(file: string): Pool {
  const codeVersion = createHash('sha256').update(readFileSync(file)).digest('hex').slice(0, 16);
  return { file, piscina: null, codeVersion };
}

function getPool(): Pool {
  // Vite does not bundle worker threads: this one has an esbuild entry of its own.
  pool ??= open(resolve('build/jobs/worker.js'));
  return pool;
}

/** Tests build the worker for themselves. */
export function useWorkerFile(file: string): void {
  pool = open(file);
}

/** Names the code that computes: a result is used again only while it would come out the same. */
export function codeVersion(): string {
  return getPool().codeVersion;
}

type Controls = {
  signal: AbortSignal;
  onProgress: (share: number) => void;
  /** Arrays of the input that the caller gives away instead of having them copied. */
  given?: readonly { buffer: ArrayBufferLike }[];
};

/** Computes in a worker thread; aborting `signal` ends the thread and rejects. */
export async function compute<Kind extends ComputationKind>(
  kind: Kind,
  input: Computations[Kind]['input'],
  { signal, onProgress, given = [] }: Controls,
): Promise<Computations[Kind]['result']> {
  const current = getPool();
  current.piscina ??= new Piscina({
    filename: current.file,
    minThreads: 0,
    // At least two: what a page waits for is not to queue behind what takes minutes.
    maxThreads: Math.max(2, availableParallelism() - 1),
    idleTimeout: 30_000,
  });
  const { port1, port2 } = new MessageChannel();
  const buffers = given.flatMap(({ buffer }) => (buffer instanceof ArrayBuffer ? [buffer] : []));
  port1.on('message', (share: number) => onProgress(share));
  try {
    const result: unknown = await current.piscina.run(
      { kind, input, progress: port2 },
      { signal, transferList: [port2, ...buffers] },
    );
    return result as Computations[Kind]['result'];
  } finally {
    port1.close();
  }
}
