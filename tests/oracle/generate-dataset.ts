import { createHash } from 'node:crypto';
import type { Table } from '#analysis/table/table.ts';
import { genMillion } from './generators/gen-million.ts';

type Generator = (n: number, p: number, seed: number) => Uint8Array;
const generators: Readonly<Record<string, Generator>> = { gen_million: genMillion };

/**
 * The data a case describes instead of naming a file: `generator` ends with a call, `NAME(n, p, seed)`; columns
 * are v1 … vp. `sha256_row_major_bytes`, where given, must be that of the answers.
 */
export function generateDataset(options: Readonly<Record<string, unknown>>): Table | undefined {
  const { generator, sha256_row_major_bytes: expected } = options;
  if (typeof generator !== 'string') return undefined;
  const call = /(\w+)\(([^()]*)\)\s*$/.exec(generator);
  const generate = generators[call?.[1] ?? ''];
  const [n = NaN, p = NaN, seed = NaN] = (call?.[2] ?? '').split(',').map(Number);
  if (!generate || ![n, p, seed].every(Number.isInteger)) {
    throw new Error(`unknown generator: ${generator}`);
  }
  const answers = generate(n, p, seed);
  const digest = createHash('sha256').update(answers).digest('hex');
  if (typeof expected === 'string' && digest !== expected) {
    throw new Error(`the generated answers are not those of the case: ${digest}`);
  }
  const columns = Array.from({ length: p }, (_, item) => {
    const values = Float64Array.from({ length: n }, (_, row) => answers[row * p + item] ?? NaN);
    return [`v${item + 1}`, { kind: 'number', values }] as const;
  });
  return { n, columns: new Map(columns) };
}
