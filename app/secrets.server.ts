import { createHash, createHmac, hkdfSync } from 'node:crypto';
import { env } from './env.server.ts';

export type Purpose =
  | 'cookie-ballot'
  | 'cookie-receipt'
  | 'cookie-panel'
  | 'panel-join'
  | 'linking-seal'
  | 'words-seal'
  | 'draw-pool'
  | 'form-token'
  | 'ballot-hash'
  | 'sign-in'
  | 'second-factor-set-up'
  | 'demo-password'
  | 'api-token'
  | 'registry-hook';

const keys = new Map<Purpose, Buffer>();

/** One secret is configured; each use has a key of its own, so that none can stand in for another. */
export function keyFor(purpose: Purpose): Buffer {
  const known = keys.get(purpose);
  if (known) return known;
  const key = Buffer.from(hkdfSync('sha256', env().secret, '', `attune/${purpose}`, 32));
  keys.set(purpose, key);
  return key;
}

export function keyedHash(purpose: Purpose, value: string): string {
  return createHmac('sha256', keyFor(purpose)).update(value).digest('base64url');
}

/** One-time tokens are 24 or 32 random bytes. */
const wholeToken = /^(?:[\w-]{32}|[\w-]{43})$/;

/** Nobody types such a token: an unknown one that is whole was good once, a broken one never was. */
export function isWholeToken(token: string): boolean {
  return wholeToken.test(token);
}

/** For values that are random enough not to be guessed, such as one-time tokens. */
export function tokenHash(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}
