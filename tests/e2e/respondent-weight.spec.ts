import { expect, test } from '@playwright/test';
import { gzipSync } from 'node:zlib';
import { createClient } from '#tests/support/http-client.ts';
import { begin, learnSteps } from '#tests/support/respondent.ts';
import { baseUrl } from './support/fixtures.ts';

const limit = 30_000;

test('the first page of items weighs at most 30 kB with all it loads, and ships no script', async () => {
  const steps = await learnSteps(baseUrl(), '/s/demo-nurses');
  const client = createClient(baseUrl());
  await begin(client, steps);
  const [, consent, items] = steps;
  if (!consent || !items) throw new Error('the survey has a consent page and items');
  await client.post(consent.action, consent.body);
  const page = await client.get(items.page);
  expect(page.body).toContain('fieldset');
  expect(page.body).not.toMatch(/<script|modulepreload|<table|style="/);

  const addresses = [...page.body.matchAll(/(?:href|src)="(\/[^"]+\.(?:css|js|svg|png|woff2))"/g)];
  const parts = await Promise.all(
    addresses.map(async ([, address = '']) => (await client.get(address)).body),
  );
  expect(parts.length).toBeGreaterThan(0);
  const weight = [page.body, ...parts].reduce((sum, part) => sum + gzipSync(part).length, 0);
  test.info().annotations.push({ type: 'gzip bytes', description: String(weight) });
  expect(weight).toBeLessThanOrEqual(limit);
});
