import { packedPairCounter } from './packed-pair-counter.ts';

// Below, setting up and adding up the tables of packed columns takes longer than it saves.
const LEAST_PACKED = 20_000;

/**
 * Counts, for a run of rows, how often categories occur, singly and in pairs.
 *
 * The Burt matrix B[a, b] = Σ_rows 1{category a} 1{category b}, a ≤ b, over the m categories of all
 * columns laid end to end; its diagonal holds the category counts, a row's missing columns add
 * nothing. Rows without a missing column go to `complete`, all others to `incomplete`, so that each
 * pair is counted once; the pairwise table is their sum.
 *
 * @param categories n × k, row-major; the category's index in 0 … m − 1, which ascends from column
 *   to column, or −1 … −5 for a missing reason.
 * @param firstCategory k + 1 offsets; the last is m.
 * @param counts where to add: `complete` and `incomplete` m × m row-major (upper triangle),
 *   `missing` k × 5 row-major.
 * @returns the number of complete rows.
 * @remarks Missing data: counted by reason. No rows add nothing.
 * @throws never; the caller has checked codes and lengths.
 * @see Greenacre, M. (2017). Correspondence Analysis in Practice (3rd ed.), chapter 18 (Burt matrix).
 *   Checked against R 4.2.2 `table` through the covariances made of it.
 */
export function countCategoryPairs(
  categories: Int16Array,
  firstCategory: Int32Array,
  counts: {
    readonly complete: Float64Array;
    readonly incomplete: Float64Array;
    readonly missing: Float64Array;
  },
): number {
  const columns = firstCategory.length - 1;
  const m = firstCategory[columns]!;
  const { complete, incomplete, missing } = counts;
  const isLong = categories.length >= LEAST_PACKED * columns;
  const packed = isLong ? packedPairCounter(categories, firstCategory) : undefined;
  const present = new Int32Array(columns);
  let completeRows = 0;
  for (let start = 0; start < categories.length; start += columns) {
    let answered = 0;
    while (answered < columns && categories[start + answered]! >= 0) answered += 1;
    const isComplete = answered === columns;
    if (isComplete) completeRows += 1;
    if (isComplete && packed) {
      packed.add(start);
      continue;
    }
    answered = 0;
    for (let column = 0; column < columns; column += 1) {
      const category = categories[start + column]!;
      if (category >= 0) present[answered++] = category;
      else missing[column * 5 - 1 - category]! += 1;
    }
    const table = isComplete ? complete : incomplete;
    for (let i = 0; i < answered; i += 1) {
      const row = present[i]! * m;
      for (let j = i; j < answered; j += 1) table[row + present[j]!]! += 1;
    }
  }
  packed?.finish(complete);
  return completeRows;
}
