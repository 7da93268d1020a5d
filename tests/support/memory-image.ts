import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openMemory } from '#db/client.server.ts';
import { migrate } from '#db/migrate.server.ts';

const folder = 'node_modules/.cache';

/** Everything that decides what a migrated database looks like. */
function sourceFiles(): string[] {
  const within = (room: string) =>
    readdirSync(room, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name));
  const files = [...within('db/migrations'), ...within('db/access'), 'db/migrate.server.ts'];
  return [...files, 'package-lock.json'].sort();
}

function imageName(): string {
  const hash = createHash('sha256');
  for (const file of sourceFiles()) hash.update(file).update(readFileSync(file));
  return `database-${hash.digest('hex').slice(0, 16)}.tar`;
}

async function makeImage(path: string): Promise<void> {
  const database = await openMemory();
  await migrate(database, 'db/migrations');
  const image = await database.dumpImage();
  await database.close();
  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(folder)) {
    if (/^database-\w+\.tar$/.test(name)) rmSync(join(folder, name), { force: true });
  }
  const unfinished = `${path}.${process.pid}`; // another worker may be making the same image
  await writeFile(unfinished, new Uint8Array(await image.arrayBuffer()));
  renameSync(unfinished, path);
}

/** A migrated embedded database to copy, made anew when migrations or access rules changed. */
export async function memoryImage(): Promise<Blob> {
  const path = join(folder, imageName());
  if (!existsSync(path)) await makeImage(path);
  return new Blob([await readFile(path)]);
}
