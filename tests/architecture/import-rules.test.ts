import { spawnSync } from 'node:child_process';
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

const using = (from: string) => `import { value } from '${from}';\nexport const other = value;`;

// A rule that never bites protects nothing, so each is broken once.
const broken = [
  ['analysis-is-pure', 'analysis/node.ts', `import 'node:fs';`],
  ['analysis-is-pure', 'analysis/surveys.ts', using('#surveys/model/languages.ts')],
  ['surveys-knows-itself', 'surveys/broken.ts', using('#analysis/errors.ts')],
  ['db-knows-no-app', 'db/app.ts', using('#app/errors.ts')],
  ['db-takes-types-from-surveys', 'db/surveys.ts', using('#surveys/model/languages.ts')],
  ['app-reaches-db-on-the-server-alone', 'app/db.ts', using('#db/actor.server.ts')],
  ['routes-call-services', 'app/routes/broken/queries.server.ts', `import 'drizzle-orm';`],
  ['the-product-knows-no-tests', 'app/tests.ts', using('#tests/support/workspace.ts')],
] as const;
const kept = 'app/kept.server.ts';

/** What the checker says of all these files at once: starting it takes as long as its work. */
function findViolations(): string[] {
  write(kept, using('#db/actor.server.ts'));
  for (const [, file, source] of broken) write(file, source);
  const files = [kept, ...broken.map(([, file]) => file)];
  const result = spawnSync(cruiser, [...files, '--config', config, '--output-type', 'json'], {
    cwd: folder,
    encoding: 'utf8',
  });
  const { summary } = JSON.parse(result.stdout) as {
    summary: { violations: { from: string; rule: { name: string } }[] };
  };
  return summary.violations.map(({ from, rule }) => `${rule.name}: ${from}`);
}

it('reports each rule that is broken, and has nothing to say of a file that keeps them', () => {
  const expected = broken.map(([rule, file]) => `${rule}: ${file}`);
  const found = findViolations();
  expect(found).toEqual(expect.arrayContaining(expected));
  expect(found.filter((violation) => violation.endsWith(kept))).toEqual([]);
});
