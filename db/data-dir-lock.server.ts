import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';

export class DataDirInUseError extends Error {
  constructor(
    readonly dataDir: string,
    readonly processId: number,
  ) {
    super(`DATA_DIR ${dataDir} is in use by process ${processId}: stop it first`);
    this.name = 'DataDirInUseError';
  }
}

function isRunning(processId: number): boolean {
  try {
    process.kill(processId, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** A number that a later process with the same id would not share (Linux: start time in ticks). */
function startMark(processId: number): string {
  try {
    const stat = readFileSync(`/proc/${processId}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    return '';
  }
}

/** The living process that wrote the lock, if there is one. */
export function lockHolder(file: string): number | null {
  if (!existsSync(file)) return null;
  const [pid = '', mark = ''] = readFileSync(file, 'utf8').split(' ');
  const holder = Number(pid);
  return holder > 0 && isRunning(holder) && startMark(holder) === mark ? holder : null;
}

/** Throws `EEXIST` where there is a lock already. */
export function writeLock(file: string): void {
  const descriptor = openSync(file, 'wx');
  writeSync(descriptor, `${process.pid} ${startMark(process.pid)}`);
  closeSync(descriptor);
}

const lockIn = (dataDir: string) => join(dataDir, 'attune.lock');

/** Refuses a directory that a living process has open. */
export function requireUnlocked(dataDir: string): void {
  const holder = lockHolder(lockIn(dataDir));
  if (holder !== null) throw new DataDirInUseError(dataDir, holder);
}

/** PGlite serves one process: two openers lose confirmed rows without a word. */
export function lockDataDir(dataDir: string): () => void {
  mkdirSync(dataDir, { recursive: true });
  const file = lockIn(dataDir);
  for (;;) {
    try {
      writeLock(file);
      return () => rmSync(file, { force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    requireUnlocked(dataDir);
    rmSync(file, { force: true });
  }
}
