import express from 'express';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { log } from '#app/log.server.ts';
import { nameableAddress } from '#app/server/nameable-address.ts';
import { unexpectedErrors } from '#app/server/unexpected-errors.ts';

describe('an address that cannot be read', () => {
  const app = express();
  app.use(nameableAddress);
  app.get('/broken', () => {
    throw new Error('a secret of the server');
  });
  app.all('*', ({ url, originalUrl }, response) => {
    response.status(404).json([url, originalUrl]);
  });
  app.use(unexpectedErrors);
  const server = app.listen(0);
  const home = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  beforeAll(() => expect(server.listening).toBe(true));
  afterAll(() => server.close());

  it.each([
    ['/s/%00', '/s/-'],
    ['/s/%E0%A4%A?lang=ar', '/s/-?lang=ar'],
    ['/studies/%ff/x', '/-'],
    ['/api/v1/%00', '/api/-'],
    ['/s/demo?lang=de%00', '/s/demo?lang=de'],
    ['/studies/a%20b?q=1?2', '/studies/a%20b?q=1?2'],
  ])('%s is read as %s', async (asked, read) => {
    const reply = await fetch(home() + asked);
    expect(reply.status).toBe(404);
    expect(await reply.json()).toEqual([read, read]);
  });

  it('leaves no trace of an unexpected error but a line in the log', async () => {
    const error = vi.spyOn(log, 'error').mockImplementation(() => undefined);
    const reply = await fetch(`${home()}/broken`);
    expect(reply.status).toBe(500);
    expect(await reply.text()).not.toContain('secret');
    expect(error).toHaveBeenCalledOnce();
    error.mockRestore();
  });
});
