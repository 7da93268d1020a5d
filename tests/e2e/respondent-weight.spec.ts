import { expect, test } from '@playwright/test';
import { gzipSync } from 'node:zlib';
import { createClient } from '#tests/support/http-client.ts';
import { begin, learnSteps } from '#tests/support/respondent.ts';
import { baseUrl } from './support/fixtures.ts';

const limit = 30_000;

/** Kilobytes as they travel: the page and all it loads, each compressed. */
async function weigh(client: ReturnType<typeof createClient>, body: string): Promise<number> {
  expect(body).not.toMatch(/<script|modulepreload|style="/);
  const addresses = [...body.matchAll(/(?:href|src)="(\/[^"]+\.(?:css|js|svg|png|woff2))"/g)];
  const parts = await Promise.all(
    addresses.map(async ([, address = '']) => (await client.get(address)).body),
  );
  expect(parts.length).toBeGreaterThan(0);
  const weight = [body, ...parts].reduce((sum, part) => sum + gzipSync(part).length, 0);
  test.info().annotations.push({ type: 'gzip bytes', description: String(weight) });
  return weight;
}

test('the first page of items weighs at most 30 kB with all it loads, and ships no script', async () => {
  const steps = await learnSteps(baseUrl(), '/s/demo-nurses');
  const client = createClient(baseUrl());
  await begin(client, steps);
  const [, consent, items] = steps;
  if (!consent || !items) throw new Error('the survey has a consent page and items');
  await client.post(consent.action, consent.body);
  const page = await client.get(items.page);
  expect(page.body).toContain('fieldset');
  expect(page.body).not.toContain('<table');
  expect(await weigh(client, page.body)).toBeLessThanOrEqual(limit);
});

for (const [what, address] of [
  ['joining a panel', '/join/riverside-poster'],
  ['a lost link', '/panel/link'],
  ['what came of a panel', '/outcomes/riverside-voices'],
] as const) {
  test(`the page of ${what} weighs at most 30 kB with all it loads, and ships no script`, async () => {
    const client = createClient(baseUrl());
    const page = await client.get(`${address}?lang=ar`);
    expect(page.status).toBe(200);
    expect(page.body).toContain('dir="rtl"');
    expect(await weigh(client, page.body)).toBeLessThanOrEqual(limit);
  });
}
