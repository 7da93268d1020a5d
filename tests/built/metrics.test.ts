import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoDirectory } from '#tests/support/demo-directory.ts';
import { startServer, type ServerProcess } from '#tests/support/server-process.ts';

const token = 'kR7vQ2mX9pL4tB8wZ1nC6dF3hJ5gY0sA';
let server: ServerProcess;

beforeAll(async () => {
  server = await startServer({ DATA_DIR: await demoDirectory(), METRICS_TOKEN: token });
});
afterAll(async () => {
  await server.stop();
});

const read = (headers: Record<string, string> = {}) => fetch(`${server.url}/metrics`, { headers });

describe('the metrics of the server itself', () => {
  it('are for who holds the token', async () => {
    expect((await read()).status).toBe(401);
    expect((await read({ Authorization: `Bearer ${token}x` })).status).toBe(401);
    expect((await read({ Authorization: token })).status).toBe(401);
    expect((await read({ Authorization: `bearer ${token}` })).status).toBe(200);
  });

  it('count requests without addresses, and what waits', async () => {
    await fetch(`${server.url}/s/demo-nurses`);
    await fetch(`${server.url}/s/unknown123`);
    const reply = await read({ Authorization: `Bearer ${token}` });
    expect(reply.status).toBe(200);
    expect(reply.headers.get('content-type')).toMatch(/^application\/openmetrics-text/);
    const text = await reply.text();
    expect(text).toMatch(/# EOF\n?$/);
    const count = (status: number) =>
      `attune_http_request_duration_seconds_count{method="GET",status="${status}"} `;
    expect(text).toContain(count(200));
    expect(text).toContain(count(404));
    expect(text).not.toContain('demo-nurses');
    expect(text).toContain('attune_database_up 1');
    // The demo has alerts that nobody has closed.
    expect(Number(/attune_waiting\{what="alerts"\} (\d+)/.exec(text)?.[1])).toBeGreaterThan(0);
    expect(text).toMatch(/attune_waiting\{what="jobs"\} \d+/);
  });
});
