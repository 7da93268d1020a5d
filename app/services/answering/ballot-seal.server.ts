import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import { keyFor, type Purpose } from '../../secrets.server.ts';

const algorithm = 'aes-256-gcm';

function keyOf(purpose: Purpose, ballotCode: string): Buffer {
  return createHmac('sha256', keyFor(purpose)).update(ballotCode).digest();
}

/** Closes a text so that only the ballot's code, which no table holds, opens it again. */
export function sealForBallot(purpose: Purpose, ballotCode: string, text: string): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv(algorithm, keyOf(purpose, ballotCode), nonce);
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url');
}

export function openBallotSeal(purpose: Purpose, ballotCode: string, seal: string): string {
  const bytes = Buffer.from(seal, 'base64url');
  const decipher = createDecipheriv(algorithm, keyOf(purpose, ballotCode), bytes.subarray(0, 12));
  decipher.setAuthTag(bytes.subarray(12, 28));
  return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8');
}
