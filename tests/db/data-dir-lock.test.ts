import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { DataDirInUseError, lockDataDir } from '#db/data-dir-lock.server.ts';

const folder = () => mkdtempSync(join(tmpdir(), 'attune-lock-'));

it('refuses a second opener and lets the next one in afterwards', () => {
  const dataDir = folder();
  const unlock = lockDataDir(dataDir);
  expect(() => lockDataDir(dataDir)).toThrow(DataDirInUseError);
  unlock();
  lockDataDir(dataDir)();
});

it('takes over what a killed process left behind', () => {
  const dataDir = folder();
  writeFileSync(join(dataDir, 'attune.lock'), '4194303 1');
  lockDataDir(dataDir)();
});

it('does not take a later process of the same number for the holder', () => {
  const dataDir = folder();
  writeFileSync(join(dataDir, 'attune.lock'), `${process.pid} 1`);
  lockDataDir(dataDir)();
});
