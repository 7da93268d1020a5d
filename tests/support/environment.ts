import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

// Tests never read the developer's configuration.
for (const name of ['DATABASE_URL', 'MIGRATION_DATABASE_URL', 'SMTP_URL', 'PUBLIC_URL', 'PORT']) {
  Reflect.deleteProperty(process.env, name);
}
process.env['DATA_DIR'] = mkdtempSync(join(tmpdir(), 'attune-test-'));
process.env['LOG_LEVEL'] = 'silent';
