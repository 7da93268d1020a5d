import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const cipher = 'aes-256-gcm';
const header = Buffer.from('{"alg":"dir","enc":"A256GCM"}').toString('base64url');
const additionalData = Buffer.from(header);
const nonceBytes = 12;
const tagBytes = 16;

type Claims = { v: unknown; exp: number };

function nowInSeconds(): number {
  return Math.floor(Date.now() / 1000);
}

/**
 * An encrypted token (JWE, RFC 7516: `dir`, A256GCM), here and now: WebCrypto, and with it the
 * libraries, hands each token to another thread, which takes far longer than the cipher.
 */
export function seal(value: unknown, key: Buffer, maximumAgeSeconds: number): string {
  const claims: Claims = { v: value, exp: nowInSeconds() + maximumAgeSeconds };
  const nonce = randomBytes(nonceBytes);
  const encryption = createCipheriv(cipher, key, nonce).setAAD(additionalData);
  const content = Buffer.concat([encryption.update(JSON.stringify(claims)), encryption.final()]);
  const parts = [nonce, content, encryption.getAuthTag()];
  return [header, '', ...parts.map((part) => part.toString('base64url'))].join('.');
}

function decrypt(token: string, key: Buffer): string | null {
  const [given, encryptedKey, ...rest] = token.split('.');
  const [nonce, content, tag] = rest.map((part) => Buffer.from(part, 'base64url'));
  if (given !== header || encryptedKey !== '' || rest.length !== 3) return null;
  // A shorter tag would be accepted and easier to guess.
  if (!content || nonce?.length !== nonceBytes || tag?.length !== tagBytes) return null;
  const decryption = createDecipheriv(cipher, key, nonce).setAAD(additionalData).setAuthTag(tag);
  try {
    return Buffer.concat([decryption.update(content), decryption.final()]).toString();
  } catch {
    return null;
  }
}

/** What was sealed; nothing when it was sealed with another key, changed, cut off or has expired. */
export function unseal(token: string, key: Buffer): unknown {
  const text = decrypt(token, key);
  if (text === null) return null;
  const { v: value, exp } = JSON.parse(text) as Claims;
  return exp > nowInSeconds() ? value : null;
}
