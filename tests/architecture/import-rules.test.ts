import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';

const config = resolve('tests/architecture/dependency-cruiser.config.cjs');
const cruiser = resolve('node_modules/.bin/depcruise');

/** A small project of the same shape, so that rules can be broken without touching this one. */
const folder = mkdtempSync(join(tmpdir(), 'attune-rules-'));

function write(file: string, source: string): void {
  mkdirSync(join(folder, dirname(file)), { recursive: true });
  writeFileSync(join(folder, file), source);
}

beforeAll(() => {
  for (const file of ['package.json', 'tsconfig.json']) cpSync(file, join(folder, file));
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
  for (const file of [
    'surveys/model/languages.ts',
    'analysis/errors.ts',
    'app/errors.ts',
    'db/actor.server.ts',
    'tests/support/workspace.ts',
  ]) {
    write(file, 'export const value = 1;');
  }
});
afterAll(() => rmSync(folder, { recursive: true }));

/** What the checker says of a file that breaks a rule on purpose. */
function violations(file: string, source: string): string {
  write(file, source);
  try {
    return execFileSync(cruiser, [file, '--config', config, '--output-type', 'err'], {
      cwd: folder,
      encoding: 'utf8',
      stdio: 'pipe',
    });
  } catch (error) {
    return String((error as { stdout?: unknown }).stdout);
  } finally {
    rmSync(join(folder, file));
  }
}

const using = (from: string) => `import { value } from '${from}';\nexport const other = value;`;

// A rule that never bites protects nothing, so each is broken once.
it.each([
  ['analysis-is-pure', 'analysis/broken.ts', `import 'node:fs';`],
  ['analysis-is-pure', 'analysis/broken.ts', using('#surveys/model/languages.ts')],
  ['surveys-knows-itself', 'surveys/broken.ts', using('#analysis/errors.ts')],
  ['db-knows-no-app', 'db/broken.ts', using('#app/errors.ts')],
  ['db-takes-types-from-surveys', 'db/broken.ts', using('#surveys/model/languages.ts')],
  ['app-reaches-db-on-the-server-alone', 'app/broken.ts', using('#db/actor.server.ts')],
  ['routes-call-services', 'app/routes/broken/queries.server.ts', `import 'drizzle-orm';`],
  ['the-product-knows-no-tests', 'app/broken.ts', using('#tests/support/workspace.ts')],
])('%s is reported for %s', (rule, file, source) => {
  expect(violations(file, source)).toContain(rule);
});

it('has nothing to say of a file that keeps the rules', () => {
  expect(violations('app/kept.server.ts', using('#db/actor.server.ts'))).toContain('no dependency');
});
