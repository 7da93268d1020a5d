import { randomBytes } from 'node:crypto';
import { CompactEncrypt, EncryptJWT, jwtDecrypt } from 'jose';
import { expect, it } from 'vitest';
import { seal, unseal } from '#app/http/sealed-token.server.ts';

const key = randomBytes(32);
const value = { code: 'ABCD-EFGH', link: 'my', linking: 'Ä 值' };
const hour = 60 * 60;

it('opens what it sealed, with the same key and for as long as agreed', () => {
  expect(unseal(seal(value, key, hour), key)).toEqual(value);
  expect(unseal(seal(value, key, hour), randomBytes(32))).toBeNull();
  expect(unseal(seal(value, key, -1), key)).toBeNull();
});

it('seals the same thing differently each time and shows nothing of it', () => {
  const [first, second] = [seal(value, key, hour), seal(value, key, hour)];
  expect(first).not.toBe(second);
  expect(Buffer.from(first.split('.')[3] ?? '', 'base64url').toString()).not.toContain('ABCD');
});

it('is a JWE as another implementation reads and writes it', async () => {
  const { payload, protectedHeader } = await jwtDecrypt(seal(value, key, hour), key);
  expect(payload['v']).toEqual(value);
  expect(protectedHeader).toEqual({ alg: 'dir', enc: 'A256GCM' });
  const theirs = await new EncryptJWT({ v: value })
    .setProtectedHeader({ alg: 'dir', enc: 'A256GCM' })
    .setExpirationTime('1h')
    .encrypt(key);
  expect(unseal(theirs, key)).toEqual(value);
});

it('takes no other algorithm', async () => {
  const other = await new CompactEncrypt(Buffer.from(JSON.stringify({ v: value, exp: 9e9 })))
    .setProtectedHeader({ alg: 'dir', enc: 'A128CBC-HS256' })
    .encrypt(key);
  expect(unseal(other, key)).toBeNull();
});

it.each([0, 2, 3, 4])('refuses a token whose part %i was changed or cut', (index) => {
  const parts = seal(value, key, hour).split('.');
  const part = parts[index] ?? '';
  const flipped = (part.startsWith('A') ? 'B' : 'A') + part.slice(1);
  for (const changed of [flipped, part.slice(0, -2), '']) {
    expect(unseal(parts.with(index, changed).join('.'), key)).toBeNull();
  }
});

it.each(['', '.', '....', 'a.b.c.d.e', 'no token'])('refuses %j', (token) => {
  expect(unseal(token, key)).toBeNull();
});
