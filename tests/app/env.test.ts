import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { EnvironmentError, parseEnvironment } from '#app/env.server.ts';

const secret = 'k3yX-9fLmQ2vTzR7-bWcD5nPsE8-hJgA4u';
const strict = {
  DATABASE_URL: 'postgres://attune@db.example/attune',
  PUBLIC_URL: 'https://attune.example',
  APP_SECRET: secret,
};

function refusal(source: Record<string, string>): string {
  try {
    parseEnvironment(source);
    return '';
  } catch (error) {
    if (error instanceof EnvironmentError) return error.message;
    throw error;
  }
}

describe('parseEnvironment', () => {
  it('makes a secret for the trial and keeps it', () => {
    const DATA_DIR = mkdtempSync(join(tmpdir(), 'attune-env-'));
    const first = parseEnvironment({ DATA_DIR });
    expect(first).toMatchObject({ strict: false, port: 3000, publicUrl: 'http://localhost:3000' });
    expect(parseEnvironment({ DATA_DIR }).secret).toBe(first.secret);
  });

  it('is strict with a database of its own', () => {
    expect(parseEnvironment(strict)).toMatchObject({ strict: true, secret });
  });

  it.each([
    [{ ...strict, APP_SECRET: '' }, 'APP_SECRET'],
    [{ ...strict, APP_SECRET: 'short' }, 'APP_SECRET'],
    [{ ...strict, APP_SECRET: 'a'.repeat(40) }, 'APP_SECRET'],
    [{ ...strict, PUBLIC_URL: '' }, 'PUBLIC_URL'],
    [{ ...strict, PUBLIC_URL: 'attune.example' }, 'PUBLIC_URL'],
    [{ ...strict, DATABASE_URL: 'mysql://me:hidden@db' }, 'DATABASE_URL'],
    [{ METRICS_TOKEN: 'short' }, 'METRICS_TOKEN'],
    [{ PORT: 'ninety' }, 'PORT'],
    [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL'],
  ])('names the variable and not its content: %j', (source, variable) => {
    const message = refusal(source);
    expect(message).toContain(variable);
    expect(message.split('\n')).toHaveLength(1);
    for (const content of ['short', 'aaaa', 'hidden', 'ninety', 'loud', 'attune.example']) {
      expect(message).not.toContain(content);
    }
  });
});
