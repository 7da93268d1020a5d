import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { expect, it } from 'vitest';

const config = 'tests/architecture/dependency-cruiser.config.cjs';

/** What the checker says of a file that breaks a rule on purpose. */
function violations(file: string, source: string): string {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, source);
  try {
    execFileSync('npx', ['depcruise', file, '--config', config, '--output-type', 'err'], {
      encoding: 'utf8',
      stdio: 'pipe',
    });
    return '';
  } catch (error) {
    return String((error as { stdout?: unknown }).stdout);
  } finally {
    rmSync(file);
  }
}

// A rule that never bites protects nothing, so each is broken once.
it.each([
  ['analysis-is-pure', 'analysis/broken.ts', `import 'node:fs';`],
  ['analysis-is-pure', 'analysis/broken.ts', `import '#surveys/model/languages.ts';`],
  ['surveys-knows-itself', 'surveys/broken.ts', `import '#analysis/errors.ts';`],
  ['db-knows-no-app', 'db/broken.ts', `import '#app/errors.ts';`],
  [
    'db-takes-types-from-surveys',
    'db/broken.ts',
    `import { languages } from '#surveys/model/languages.ts';\nexport const all = languages;`,
  ],
  [
    'app-reaches-db-on-the-server-alone',
    'app/broken.ts',
    `import { siteScope } from '#db/actor.server.ts';\nexport const scope = siteScope;`,
  ],
  [
    'routes-call-services',
    'app/routes/broken/queries.server.ts',
    `import { sql } from 'drizzle-orm';\nexport const query = sql;`,
  ],
  ['the-product-knows-no-tests', 'app/broken.ts', `import '#tests/support/workspace.ts';`],
])('%s is reported for %s', (rule, file, source) => {
  expect(violations(file, source)).toContain(rule);
});
