import express from 'express';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Lifecycle } from '#app/server/lifecycle.server.ts';
import { metricsOf } from '#app/server/metrics.ts';

const token = 'kR7vQ2mX9pL4tB8wZ1nC6dF3hJ5gY0sA';
let address: string;
let close: () => void;

async function serve(countWaiting: Lifecycle['countWaiting']): Promise<void> {
  const app = express().use(metricsOf(token, { countWaiting } as Lifecycle));
  const server = app.listen(0, '127.0.0.1');
  await once(server, 'listening');
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/metrics`;
  close = () => server.close();
}

const read = async () =>
  (await fetch(address, { headers: { Authorization: `Bearer ${token}` } })).text();

beforeEach(() => {
  close = () => undefined;
});
afterEach(() => close());

it('a database that fails is said, and takes nothing else with it', async () => {
  await serve(() => Promise.reject(new Error('gone')));
  const text = await read();
  expect(text).toContain('attune_database_up 0');
  expect(text).toContain('nodejs_heap_size_used_bytes');
  expect(text).not.toContain('what="alerts"');
});

it('what waits is counted once for scrapes that follow each other at once', async () => {
  let times = 0;
  await serve(() => Promise.resolve({ alerts: (times += 1) }));
  expect(await read()).toContain('attune_waiting{what="alerts"} 1');
  expect(await read()).toContain('attune_waiting{what="alerts"} 1');
  expect(times).toBe(1);
});
