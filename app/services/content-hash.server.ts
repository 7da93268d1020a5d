import { createHash } from 'node:crypto';
import { canonicalJson } from '#surveys/model/canonical-json.ts';

/** Equal content gives an equal hash, whatever order its keys were written in. */
export function contentHash(content: unknown): string {
  return createHash('sha256').update(canonicalJson(content)).digest('hex');
}
