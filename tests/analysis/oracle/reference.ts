import { existsSync, readFileSync } from 'node:fs';

/** Reference values on data that may not be copied here lie beside the project, if at all. */
const root = new URL('../../../../shared/oracle/', import.meta.url);

export const hasReference = existsSync(new URL('KEYS.md', root));

export function readReference(id: string): {
  dataset: URL;
  options: { items: string[]; reverse?: string[]; min_category?: number; max_category?: number };
  expect: unknown;
} {
  const text = readFileSync(new URL(`values/${id}.json`, root), 'utf8');
  const { dataset, options, expect } = JSON.parse(text) as {
    dataset: string;
    options: { items: string[]; reverse?: string[]; min_category?: number; max_category?: number };
    expect: unknown;
  };
  return { dataset: new URL(dataset, root), options, expect };
}
