import { spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freePort, startServer, type ServerProcess } from '#tests/support/server-process.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'attune-server-'));
let server: ServerProcess;

beforeAll(async () => {
  server = await startServer({ DATA_DIR: dataDir });
});
afterAll(async () => {
  await server.stop();
});

const form = (fields: Record<string, string>) => new URLSearchParams(fields).toString();

async function post(path: string, body: string, headers: Record<string, string> = {}) {
  const reply = await fetch(`${server.url}${path}`, {
    method: 'POST',
    redirect: 'manual',
    body,
    headers: { 'Content-Type': 'application/x-www-form-urlencoded', ...headers },
  });
  return { status: reply.status, text: await reply.text() };
}

describe('the built server', () => {
  it('prints one open survey link and the sign-ins', () => {
    expect(server.output().match(/\/s\/demo-nurses/g)).toHaveLength(1);
    expect(server.output()).toContain('administrator@riverside.example');
  });

  it('sends a policy with a fresh nonce on pages, and its headers on static files', async () => {
    const [first, second] = await Promise.all(
      ['/sign-in', '/sign-in'].map((path) => fetch(server.url + path)),
    );
    const policy = first?.headers.get('content-security-policy') ?? '';
    expect(policy).toMatch(/script-src 'self' 'nonce-[^']+'/);
    expect(policy).toContain("style-src 'self';");
    expect(policy).not.toBe(second?.headers.get('content-security-policy'));
    const icon = await fetch(`${server.url}/favicon.svg`);
    expect(icon.headers.get('x-content-type-options')).toBe('nosniff');
    expect(icon.headers.get('referrer-policy')).toBe('same-origin');
  });

  it('refuses a form from another origin, or without origin and token', async () => {
    const body = form({ email: 'a@b.example', password: 'x'.repeat(12) });
    expect(await post('/sign-in', body, { Origin: 'https://evil.example' })).toMatchObject({
      status: 403,
    });
    expect(await post('/sign-in', body)).toMatchObject({ status: 403 });
    expect(await post('/s/demo-nurses', form({}), { Origin: 'null' })).toMatchObject({
      status: 403,
    });
  });

  it('answers a malformed form with 400 and a sentence', async () => {
    const { status, text } = await post('/sign-in', 'no boundary', {
      Origin: server.url,
      'Content-Type': 'multipart/form-data',
    });
    expect(status).toBe(400);
    expect(text).toContain('The form arrived incomplete');
  });

  it('answers a NUL, which Postgres cannot store, with 400', async () => {
    const { status } = await post('/s/resume', 'code=%00', { Origin: server.url });
    expect(status).toBe(400);
  });

  it.each([
    ['/s/unknown123', 404, 'en', 'There is no survey at this address.'],
    ['/no/such/page', 404, 'en', 'There is nothing here'],
    ['/s/%00', 404, 'de', 'Unter dieser Adresse'],
    ['/s/%E0%A4%A', 404, 'en', 'There is no survey at this address.'],
    ['/studies/%E0%A4%A', 404, 'en', 'There is nothing here'],
    ['/sign-in?next=%00', 200, 'en', 'Sign in'],
  ])('answers %s with %i and a sentence', async (path, status, language, sentence) => {
    const reply = await fetch(server.url + path, { headers: { 'Accept-Language': language } });
    expect(reply.status).toBe(status);
    expect(await reply.text()).toContain(sentence);
  });

  it('says what is wrong in the reader’s language', async () => {
    const reply = await fetch(`${server.url}/s/unknown123`, {
      headers: { 'Accept-Language': 'ar' },
    });
    const page = await reply.text();
    expect(page).toContain('lang="ar" dir="rtl"');
    expect(page).not.toContain('There is no survey');
  });

  it('refuses a second process on the same data in one line', async () => {
    const second = spawnSync(process.execPath, ['build/server/start.js'], {
      env: {
        PATH: process.env['PATH'] ?? '',
        NODE_ENV: 'production',
        DATA_DIR: dataDir,
        PORT: String(await freePort()),
      },
      encoding: 'utf8',
    });
    expect(second.status).toBe(1);
    expect(second.stderr.trim().split('\n')).toHaveLength(1);
    expect(second.stderr).toContain('is in use by process');
  });

  it('ends with 0 on SIGTERM and keeps its data for the next start', async () => {
    const password = /password: (\S+)/.exec(server.output())?.[1];
    expect(await server.stop('SIGTERM')).toBe(0);
    server = await startServer({ DATA_DIR: dataDir });
    expect(server.output()).toContain(`password: ${password}`);
    const page = await fetch(`${server.url}/s/demo-nurses`);
    expect(page.status).toBe(200);
  });
});

describe('a wrong start', () => {
  it('says in one line which variable is wrong', () => {
    const failed = spawnSync(process.execPath, ['build/server/start.js'], {
      env: { PATH: process.env['PATH'] ?? '', NODE_ENV: 'production', PORT: 'ninety' },
      encoding: 'utf8',
    });
    expect(failed.status).toBe(1);
    expect(failed.stderr.trim().split('\n')).toHaveLength(1);
    expect(failed.stderr).toContain('PORT');
    expect(failed.stderr).not.toContain('ninety');
  });
});
