import { randomUUID } from 'node:crypto';
import type { Member } from '#db/actor.server.ts';
import type { TokenScope } from '#db/schema/monitoring-token.ts';
import { action } from '#app/routes/api.v1.monitoring.batches/route.ts';
import { createToken } from '#app/services/intake/create-token.server.ts';
import { today } from '#app/today.ts';
import { findDeploymentSlug } from '#db/queries/deployment.server.ts';
import { withActor } from '#app/database.server.ts';

/** A machine of one deployment: its token, and how it sends. */
export type Machine = {
  token: string;
  tokenId: string;
  deployment: string;
  send: (body: unknown, init?: SendInit) => Promise<Response>;
};

type SendInit = {
  key?: string;
  media?: string;
  search?: string;
  method?: string;
  headers?: Record<string, string>;
};

/** The handler itself, without a server. */
export async function callBatches(request: Request): Promise<Response> {
  return action({ request, params: {}, context: {} });
}

export const batchesAddress = 'http://localhost:3000/api/v1/monitoring/batches';

/** What a machine posts; a text is sent as it is. */
export function batchRequest(token: string | null, body: unknown, init: SendInit = {}): Request {
  const { key = randomUUID(), media = 'application/json', search = '', method = 'POST' } = init;
  return new Request(`${batchesAddress}${search}`, {
    method,
    headers: {
      ...(token === null ? {} : { Authorization: `Bearer ${token}` }),
      'Content-Type': media,
      'Idempotency-Key': key,
      ...init.headers,
    },
    body:
      typeof body === 'string' || body instanceof Uint8Array
        ? (body as string)
        : JSON.stringify(body),
  });
}

export async function createMachine(
  owner: Member,
  place: { systemId: string; deploymentId: string },
  scopes: TokenScope[] = ['monitoring:write', 'monitoring:read'],
): Promise<Machine> {
  const { token, tokenId } = await createToken(owner, {
    ...{ ...place, name: 'Count job', scopes, expiresOn: today() },
  });
  const found = await withActor(owner, (tx) =>
    findDeploymentSlug(tx, { organisationId: owner.organisationId, ...place }),
  );
  return {
    ...{ token, tokenId, deployment: found?.slug ?? '' },
    send: (body, init) => callBatches(batchRequest(token, body, init)),
  };
}

/** A record of overrides in a month; what is given stands in place of the usual. */
export const overrides = (fields: Record<string, unknown> = {}) => ({
  ...{ metric: 'override', kind: 'proportion', numerator: 12, denominator: 400 },
  ...{ period: { start: '2026-04-01', end: '2026-05-01' }, ...fields },
});
