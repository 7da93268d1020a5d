import { createHash } from 'node:crypto';
import { canonicalJson } from '#surveys/model/canonical-json.ts';
import type { Specification } from './specification.ts';

export function specificationHash(specification: Specification): string {
  return createHash('sha256').update(canonicalJson(specification)).digest('hex');
}
