import type { ApiToken } from '#db/actor.server.ts';
import { findTokenByHash } from '#db/queries/api-token.server.ts';
import { withActor } from '../../database.server.ts';
import { keyedHash } from '../../secrets.server.ts';
import { today } from '../../today.ts';
import type { TokenScope } from './token-scopes.ts';

export const tokenPrefix = 'attune_';
const shape = new RegExp(`^Bearer ${tokenPrefix}[\\w-]{43}$`, 'i');

export type TokenRefusal = 'token-missing' | 'token-unknown' | 'token-expired' | 'token-revoked';

export type Authenticated =
  | { ok: true; actor: ApiToken; scopes: readonly TokenScope[] }
  | { ok: false; reason: TokenRefusal };

/** Who speaks, by the header alone: neither cookies nor addresses count. */
export async function authenticateToken(header: string | null): Promise<Authenticated> {
  if (header === null) return { ok: false, reason: 'token-missing' };
  if (!shape.test(header)) return { ok: false, reason: 'token-unknown' };
  const tokenHash = keyedHash('api-token', header.slice('Bearer '.length));
  const token = await withActor({ kind: 'public', key: tokenHash }, (tx) =>
    findTokenByHash(tx, { tokenHash }),
  );
  if (!token) return { ok: false, reason: 'token-unknown' };
  if (token.revokedAt !== null) return { ok: false, reason: 'token-revoked' };
  if (token.expiresOn < today()) return { ok: false, reason: 'token-expired' };
  const { id: tokenId, organisationId, deploymentId, scopes } = token;
  return { ok: true, actor: { kind: 'api-token', organisationId, deploymentId, tokenId }, scopes };
}
