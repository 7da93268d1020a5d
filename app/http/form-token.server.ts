import { timingSafeEqual } from 'node:crypto';
import { keyedHash } from '../secrets.server.ts';

const bindings = [
  'attune.session_token',
  '__Secure-attune.session_token',
  'attune_ballot',
  'attune_panel',
];

/** What only this browser holds: a token made for one person is of no use to another. */
function binding(request: Request): string {
  const header = request.headers.get('Cookie') ?? '';
  const held = header
    .split(';')
    .map((part) => part.trim())
    .filter((part) => bindings.some((name) => part.startsWith(`${name}=`)));
  return held.sort().join(';');
}

export function formToken(request: Request): string {
  return keyedHash('form-token', binding(request));
}

export function isFormToken(request: Request, token: unknown): boolean {
  if (typeof token !== 'string') return false;
  const expected = Buffer.from(formToken(request));
  const given = Buffer.from(token);
  return expected.length === given.length && timingSafeEqual(expected, given);
}
