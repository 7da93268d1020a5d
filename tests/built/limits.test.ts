import { readFile } from 'node:fs/promises';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase } from '#db/client.server.ts';
import { queryRows } from '#db/database.ts';
import { closeConnections, createClient } from '#tests/support/http-client.ts';
import { demoDirectory } from '#tests/support/demo-directory.ts';
import { demoStudyId, signInToDemo } from '#tests/support/demo-sign-in.ts';
import { openChunked } from '#tests/support/raw-request.ts';
import { startServer, type ServerProcess } from '#tests/support/server-process.ts';

let dataDir: string;
const megabyte = 1024 * 1024;
const urlencoded = { 'Content-Type': 'application/x-www-form-urlencoded' };
const zeros = Buffer.alloc(64 * 1024, 'x');
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
let server: ServerProcess;

beforeAll(async () => {
  dataDir = await demoDirectory();
  server = await startServer({ DATA_DIR: dataDir });
});
afterAll(async () => {
  closeConnections();
  await server.stop();
});

async function residentBytes(): Promise<number> {
  const status = await readFile(`/proc/${server.child.pid}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) * 1024;
}

describe('a body of no announced length', () => {
  it.each([
    ['/s/demo-nurses', 'en', 'The form holds more than can be sent at once'],
    ['/s/demo-nurses', 'ar', 'يحتوي النموذج على أكثر مما يمكن إرساله دفعة واحدة'],
    ['/sign-in', 'en', 'The form holds more than can be sent at once'],
  ])('is refused at %s (%s) with 413 and a sentence', async (path, language, sentence) => {
    const request = openChunked(server.url, path, { ...urlencoded, 'Accept-Language': language });
    for (let sent = 0; sent < 3 * megabyte; sent += zeros.length) await request.chunk(zeros);
    request.end();
    const reply = await request.reply;
    expect(reply).toMatch(/^HTTP\/1\.1 413 /);
    expect(reply).toContain(sentence);
    request.socket.destroy();
  });

  it.each(['/s/demo-nurses', '/no/such/page', '/healthz', '/s/demo-nurses/privacy'])(
    'without end costs %s little memory and its sender the connection',
    async (path) => {
      const before = await residentBytes();
      const request = openChunked(server.url, path, urlencoded);
      let sent = 0;
      let grown = 0;
      while (sent < 2000 * megabyte && (await request.chunk(zeros))) {
        sent += zeros.length;
        if (sent % (20 * megabyte) === 0) grown = Math.max(grown, (await residentBytes()) - before);
        await pause(1);
      }
      await request.closed;
      expect(await request.reply).toMatch(/^HTTP\/1\.1 4\d\d /);
      expect(sent).toBeGreaterThan(3 * megabyte);
      expect(grown).toBeLessThan(150 * megabyte);
    },
  );

  it('is read when it comes slowly, and nobody else waits for it', async () => {
    const request = openChunked(server.url, '/s/resume', urlencoded);
    for (const letter of 'code=WRONG') {
      await request.chunk(letter);
      const others = await fetch(`${server.url}/healthz`);
      expect(others.status).toBe(200);
      await pause(100);
    }
    request.end();
    const reply = await request.reply;
    expect(reply).toMatch(/^HTTP\/1\.1 400 /);
    expect(reply).toContain('value="WRONG"');
    request.socket.destroy();
  });

  it('that breaks off saves nothing and is no error of ours', async () => {
    const page = await createClient(server.url).get('/s/demo-nurses');
    const start = /name="start" value="([^"]+)"/.exec(page.body)?.[1] ?? '';
    const request = openChunked(server.url, '/s/demo-nurses', urlencoded);
    await request.chunk(`start=${start}`);
    await pause(200);
    request.socket.destroy();
    await request.closed;
    await pause(200);
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
    expect(server.output()).not.toContain('"level"');
  });
});

describe('a file', () => {
  const boundary = 'x-boundary-x';

  async function upload(bytes: number): Promise<string> {
    const jar = new Map<string, string>();
    const client = await signInToDemo(server, 'researcher', jar);
    const path = `/studies/${await demoStudyId(client)}/import`;
    const request = openChunked(server.url, path, {
      'Content-Type': `multipart/form-data; boundary=${boundary}`,
      Cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; '),
    });
    await request.chunk(
      `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\n` +
        'Content-Type: text/csv\r\n\r\nnai-1,nai-2\r\n',
    );
    const row = Buffer.from('1,2\r\n'.repeat(13_107));
    for (let sent = 0; sent < bytes; sent += row.length) await request.chunk(row);
    await request.chunk(`\r\n--${boundary}--\r\n`);
    request.end();
    const reply = await request.reply;
    request.socket.destroy();
    return reply;
  }

  it('may be larger than a form', async () => {
    expect(await upload(1)).toMatch(/^HTTP\/1\.1 303 /);
    expect(await upload(5 * megabyte)).not.toMatch(/^HTTP\/1\.1 (413|5)/);
  });

  it('is refused past 20 MB with a sentence', async () => {
    const reply = await upload(21 * megabyte);
    expect(reply).toMatch(/^HTTP\/1\.1 413 /);
    expect(reply).toContain('Choose a file of at most 20 MB.');
  });
});

describe('an open link in a flood', () => {
  it('answers 429 with the time to wait, and lets go on who has begun', async () => {
    const client = createClient(server.url);
    const start = async () => {
      const { body } = await client.get('/s/demo-nurses');
      const value = /name="start" value="([^"]+)"/.exec(body)?.[1] ?? '';
      return fetch(`${server.url}/s/demo-nurses`, {
        method: 'POST',
        redirect: 'manual',
        body: new URLSearchParams({ start: value }),
        headers: { Origin: server.url, 'Accept-Language': 'ar' },
      });
    };
    await client.post('/s/demo-nurses', 'start=');
    await server.stop();
    const database = await openDatabase({ kind: 'embedded', dataDir });
    await queryRows(
      database.db,
      sql`update rate_limits set points = 5000 where key like 'start:%' returning key`,
    );
    await database.close();
    server = await startServer({ DATA_DIR: dataDir, PORT: new URL(server.url).port });
    const refused = await start();
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(Number(refused.headers.get('retry-after'))).toBeLessThanOrEqual(3600);
    expect(await refused.text()).toContain('بدأ عدد كبير جدًا من الأشخاص بهذا الرابط');
    expect((await client.get('/s/demo-nurses/consent')).status).toBe(200);
  });
});
