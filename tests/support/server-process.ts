import { spawn, type ChildProcess, type ChildProcessByStdio } from 'node:child_process';
import { createServer } from 'node:net';
import type { Readable } from 'node:stream';

export type ServerProcess = {
  url: string;
  /** All that it printed so far. */
  output: () => string;
  child: ChildProcessByStdio<null, Readable, Readable>;
  stop: (signal?: NodeJS.Signals) => Promise<number | null>;
};

export async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => {
        if (address && typeof address === 'object') resolve(address.port);
        else reject(new Error('no port'));
      });
    });
  });
}

const running = new Set<ChildProcess>();

/** Ends what a failed test has left running, which would keep others from the build. */
export function killServers(): void {
  for (const child of running) child.kill('SIGKILL');
}
process.once('exit', killServers);

async function waitUntilHealthy(server: ServerProcess): Promise<void> {
  const deadline = Date.now() + 480_000;
  while (Date.now() < deadline) {
    if (server.child.exitCode !== null) break;
    const healthy = await fetch(`${server.url}/healthz`).then(
      (response) => response.ok,
      () => false,
    );
    if (healthy) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  server.child.kill('SIGKILL');
  throw new Error(`the server did not become healthy:\n${server.output()}`);
}

/** Starts the built application as its users do, and waits for nothing: its jobs begin at once. */
export function spawnServer(environment: Record<string, string> & { PORT: string }): ServerProcess {
  const port = environment.PORT;
  const child = spawn(process.execPath, ['build/server/start.js'], {
    env: {
      NODE_ENV: 'production',
      PATH: process.env['PATH'] ?? '',
      LOG_LEVEL: 'warn',
      ...environment,
      PORT: port,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.add(child);
  child.once('exit', () => running.delete(child));
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const exited = new Promise<number | null>((resolve) =>
    child.once('exit', (code) => resolve(code)),
  );
  return {
    url: `http://127.0.0.1:${port}`,
    output: () => output,
    child,
    stop: (signal = 'SIGTERM') => {
      child.kill(signal);
      return exited;
    },
  };
}

/** A running server, on a port of its own. */
export async function startServer(environment: Record<string, string>): Promise<ServerProcess> {
  const port = environment['PORT'] ?? String(await freePort());
  const server = spawnServer({ ...environment, PORT: port });
  await waitUntilHealthy(server);
  return server;
}
