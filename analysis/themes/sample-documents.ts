import { drawWithoutReplacement } from '../numeric/draw-without-replacement.ts';
import { selectRows } from '../numeric/sparse/select-rows.ts';
import type { Generator } from '../numeric/seeded-generator.ts';
import type { Documents } from './cluster-documents.ts';

export type Sample = { readonly rows: readonly number[]; readonly documents: Documents };

/**
 * A random part of the documents, without repetition, in their order.
 *
 * Each set of `size` documents has the same chance.
 *
 * @param documents all of them
 * @param size how many; all where there are fewer
 * @param random seeded generator
 * @returns their rows, ascending, and the documents of these rows
 * @remarks Missing data: none.
 * @throws never.
 * @see `drawWithoutReplacement`
 */
export function sampleDocuments(
  { counts, features, weights }: Documents,
  size: number,
  random: Generator,
): Sample {
  const rows = drawWithoutReplacement(counts.rows, size, random).sort((a, b) => a - b);
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
