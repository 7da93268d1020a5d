import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { lockHolder, writeLock } from '#db/data-dir-lock.server.ts';

const folderIn = (buildFolder: string) => join(buildFolder, 'running');

/** Says that this process reads the build, until it ends: building anew would take its files away. */
export function announceServer(buildFolder: string): void {
  const folder = folderIn(buildFolder);
  mkdirSync(folder, { recursive: true });
  const file = join(folder, String(process.pid));
  rmSync(file, { force: true }); // of an earlier process of this number
  writeLock(file);
  process.once('exit', () => rmSync(file, { force: true }));
}

/** A living process that runs from the build, if there is one. */
export function findServer(buildFolder: string): number | null {
  const folder = folderIn(buildFolder);
  mkdirSync(folder, { recursive: true });
  const holders = readdirSync(folder).map((name) => lockHolder(join(folder, name)));
  return holders.find((holder) => holder !== null) ?? null;
}
