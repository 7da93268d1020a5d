import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeConnections } from '#tests/support/http-client.ts';
import { demoDirectory } from '#tests/support/demo-directory.ts';
import { demoStudyId, signInToDemo } from '#tests/support/demo-sign-in.ts';
import { startServer, type ServerProcess } from '#tests/support/server-process.ts';

let server: ServerProcess;
let study: string;
const cookies = new Map<string, string>();

async function cookieOf(role: Parameters<typeof signInToDemo>[1]): Promise<string> {
  const jar = new Map<string, string>();
  const client = await signInToDemo(server, role, jar);
  study ||= await demoStudyId(client);
  return [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
}

beforeAll(async () => {
  server = await startServer({ DATA_DIR: await demoDirectory() });
  for (const role of ['facilitator', 'auditor', 'data-custodian'] as const) {
    cookies.set(role, await cookieOf(role));
  }
});
afterAll(async () => {
  closeConnections();
  await server.stop();
});

function ask(path: string, role: string | null, init: RequestInit = {}) {
  return fetch(server.url + path.replace(':study', study), {
    redirect: 'manual',
    ...init,
    headers: {
      'Accept-Language': 'ar',
      Origin: server.url,
      ...(role === null ? {} : { Cookie: cookies.get(role) ?? '' }),
    },
  });
}

const nobody = '00000000-0000-4000-8000-000000000000';

describe('a file that is refused', () => {
  it.each([
    ['/studies/:study/results/chart?page=scales&chart=x&format=csv', 'facilitator', 403, 'دوركم'],
    ['/board/chart?chart=x&format=svg', 'facilitator', 403, 'دوركم'],
    ['/board/chart?chart=x&format=svg', 'auditor', 404, 'العنوان'],
    [`/studies/${nobody}/results/chart?page=scales&chart=x&format=csv`, 'auditor', 404, 'العنوان'],
    [`/studies/:study/import/${nobody}/rejected`, 'facilitator', 403, 'دوركم'],
    [`/instruments/${nobody}/versions/1/download`, 'facilitator', 404, 'العنوان'],
  ])('%s is a page for a %s, with %i', async (path, role, status, word) => {
    const reply = await ask(path, role);
    const page = await reply.text();
    expect({ status: reply.status, page }).toMatchObject({ status });
    expect(reply.headers.get('content-type')).toContain('text/html');
    expect(reply.headers.get('content-disposition')).toBeNull();
    expect(page).toContain('lang="ar" dir="rtl"');
    expect(page).toContain(word);
  });

  it('by the form for an export is a page too', async () => {
    const init = { method: 'POST', body: new URLSearchParams() };
    const reply = await ask('/studies/:study/export/file', 'auditor', init);
    expect(reply.status).toBe(403);
    expect(await reply.text()).toContain('dir="rtl"');
  });

  it('leads a signed-out person to sign in and back', async () => {
    const path = '/studies/:study/results/chart?page=scales&chart=x&format=csv';
    const reply = await ask(path, null);
    expect(reply.status).toBe(302);
    expect(reply.headers.get('location')).toMatch(/^\/sign-in\?to=%2Fstudies%2F/);
    const back = await ask('/studies/:study/export/file', 'data-custodian');
    expect(back.status).toBe(302);
    expect(back.headers.get('location')).toBe(`/studies/${study}/export`);
  });
});
