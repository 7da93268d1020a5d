import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { startServer } from './server-process.ts';

const folder = 'node_modules/.cache';
const prefix = 'demo-';

/** The demo organisation of this build and day, made by its first start. */
async function madeOnce(): Promise<string> {
  const built = statSync('build/server/index.js').mtimeMs.toFixed();
  const path = join(folder, `${prefix}${built}-${new Date().toISOString().slice(0, 10)}`);
  if (existsSync(path)) return path;
  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(folder)) {
    const isOlder = name.startsWith(prefix) && name !== basename(path);
    if (isOlder) rmSync(join(folder, name), { recursive: true, force: true });
  }
  const unfinished = mkdtempSync(join(tmpdir(), 'attune-demo-'));
  const server = await startServer({ DATA_DIR: unfinished });
  const code = await server.stop();
  if (code !== 0) throw new Error(`the first start ended with ${code}:\n${server.output()}`);
  // Another worker may have made one meanwhile: then that one is kept.
  const copy = join(folder, `unfinished-${process.pid}`);
  cpSync(unfinished, copy, { recursive: true });
  if (existsSync(path)) rmSync(copy, { recursive: true });
  else renameSync(copy, path);
  rmSync(unfinished, { recursive: true });
  return path;
}

/** A directory of one's own with the demo organisation: to make it anew takes longer than most tests. */
export async function demoDirectory(): Promise<string> {
  const directory = mkdtempSync(join(tmpdir(), 'attune-built-'));
  cpSync(await madeOnce(), directory, { recursive: true });
  return directory;
}
