import { selectRows } from '../numeric/sparse/select-rows.ts';
import type { Generator } from '../numeric/seeded-generator.ts';
import type { Documents } from './cluster-documents.ts';

export type Sample = { readonly rows: readonly number[]; readonly documents: Documents };

/** A random part of the documents, without repetition, in their order. */
export function sampleDocuments(
  { counts, features, weights }: Documents,
  size: number,
  random: Generator,
): Sample {
  const left = Array.from({ length: counts.rows }, (_, row) => row);
  const picked: number[] = [];
  for (let at = 0; at < size && at < left.length; at += 1) {
    const other = at + Math.floor(random() * (left.length - at));
    const row = left[other] ?? 0;
    left[other] = left[at] ?? 0;
    picked.push(row);
  }
  const rows = picked.sort((a, b) => a - b);
  const { width } = features;
  const values = new Float64Array(rows.length * width);
  for (const [to, row] of rows.entries()) {
    values.set(features.values.subarray(row * width, (row + 1) * width), to * width);
  }
  return {
    rows,
    documents: {
      counts: selectRows(counts, rows),
      features: { values, width },
      weights: Float64Array.from(rows, (row) => weights[row] ?? 0),
    },
  };
}
