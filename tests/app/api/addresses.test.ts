import { matchRoutes } from '@remix-run/react';
import { expect, it } from 'vitest';
import { action, loader } from '#app/routes/api.$/route.ts';
import { action as changeDocument } from '#app/routes/api.v1.openapi[.]json/route.ts';
import { keyLength } from '#app/services/intake/idempotency-key.ts';
import { problemSchema } from '#app/services/intake/problems.ts';
import { listRoutes } from '#tests/e2e/support/route-list.ts';
import { document } from './documented.ts';

it('an address for machines at which nothing is says so to machines', async () => {
  for (const answer of [loader(), action()]) {
    expect(answer.status).toBe(404);
    expect(answer.headers.get('Content-Type')).toBe('application/problem+json');
    expect(problemSchema.parse(await answer.json())).toMatchObject({ code: 'address-unknown' });
  }
  const refused = changeDocument();
  expect([refused.status, refused.headers.get('Allow')]).toEqual([405, 'GET']);
});

it('takes every address under /api that has no route of its own', { timeout: 60_000 }, () => {
  const routes = listRoutes().map(({ id, address }) => ({ id, path: address }));
  const idAt = (pathname: string) => matchRoutes(routes, pathname)?.at(-1)?.route.id;
  const unknown = ['/api', '/api/v1', '/api/v1/', '/api/v1/nothing', '/api/v2/monitoring/batches'];
  for (const address of [...unknown, '/api/v1/monitoring', '/api/v1/monitoring/batches/x/y']) {
    expect(idAt(address), address).toBe('routes/api.$');
  }
  for (const address of Object.keys(document.paths)) {
    expect(idAt(address.replaceAll(/\{\w+\}/gu, 'x')), address).toMatch(/^routes\/api\.v1\./u);
  }
});

const named = (parameters: readonly object[], wanted: string) =>
  parameters.find((one) => 'name' in one && one.name === wanted);

it('the document says how long a key may be, and that a dry run needs none', () => {
  for (const address of [
    '/api/v1/monitoring/batches',
    '/api/v1/monitoring/import/{format}',
  ] as const) {
    const parameters = document.paths[address].post.parameters as readonly object[];
    expect(named(parameters, 'Idempotency-Key')).toMatchObject({
      required: false,
      schema: { minLength: keyLength.least, maxLength: keyLength.most },
    });
    expect(named(parameters, 'dry_run')).toMatchObject({
      ...{ in: 'query', required: false, schema: { enum: ['true', 'false'] } },
    });
  }
});
