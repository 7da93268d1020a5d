import { createHmac, timingSafeEqual } from 'node:crypto';
import { keyedHash } from '../../secrets.server.ts';

/** What a registry signs with: derived from the id, so that nothing of it is stored. */
export const hookSecret = (hookId: string) => `mlflow_${keyedHash('registry-hook', hookId)}`;

/** Seconds that the clocks of two machines, and a queue between them, may be apart. */
const longestAge = 300;

export type SignedMessage = {
  hookId: string;
  signature: string;
  messageId: string;
  timestamp: string;
  bytes: Uint8Array;
};

/**
 * Whether MLflow signed this: `v1,` and base64 of HMAC-SHA256 over delivery id, time and body, parted by dots.
 * Compared in constant time. The time is part of it, so that a message cannot be sent again later.
 */
export function signatureFault(
  { hookId, signature, messageId, timestamp, bytes }: SignedMessage,
  now = Date.now() / 1000,
): 'signature-wrong' | 'signature-old' | null {
  const expected = createHmac('sha256', hookSecret(hookId))
    .update(`${messageId}.${timestamp}.`)
    .update(bytes)
    .digest();
  const [, encoded = ''] = /^v1,([A-Za-z0-9+/]{43}=)$/.exec(signature) ?? [];
  const given = Buffer.from(encoded, 'base64');
  const isSigned = given.length === expected.length && timingSafeEqual(given, expected);
  if (!isSigned) return 'signature-wrong';
  return Math.abs(now - Number(timestamp)) > longestAge ? 'signature-old' : null;
}
