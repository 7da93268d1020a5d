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
 * @param columns k.
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
  columns: number,
  counts: {
    readonly categories: number;
    readonly complete: Float64Array;
    readonly incomplete: Float64Array;
    readonly missing: Float64Array;
  },
): number {
  const { categories: m, complete, incomplete, missing } = counts;
  const present = new Int32Array(columns);
  let completeRows = 0;
  for (let start = 0; start < categories.length; start += columns) {
    let answered = 0;
    for (let column = 0; column < columns; column += 1) {
      const category = categories[start + column]!;
      if (category >= 0) present[answered++] = category;
      else missing[column * 5 - 1 - category]! += 1;
    }
    const table = answered === columns ? complete : incomplete;
    if (answered === columns) completeRows += 1;
    for (let i = 0; i < answered; i += 1) {
      const row = present[i]! * m;
      for (let j = i; j < answered; j += 1) table[row + present[j]!]! += 1;
    }
  }
  return completeRows;
}
