/**
 * Counts category occurrences separately for the levels of a grouping.
 *
 * N[g, a] = Σ_r 1{g_r = g} 1{category a in row r}; M[g, i, reason] likewise for missing reasons.
 *
 * @param categories n × k, row-major; category number 0 … m − 1, or −1 … −5 for a missing reason.
 * @param columns k.
 * @param m number of categories.
 * @param level one per row, 0 … levels − 1.
 * @param levels number of levels.
 * @returns `counts` levels × m and `missing` levels × k × 5, row-major.
 * @remarks Missing data: counted by reason. No rows: zeros.
 * @throws never; the caller has checked codes and lengths.
 * @see Greenacre, M. (2017). Correspondence Analysis in Practice (3rd ed.), chapter 18. Checked against
 *   counting by hand.
 */
export function countByLevel(
  categories: Int16Array,
  columns: number,
  m: number,
  level: Int32Array,
  levels: number,
): { counts: Float64Array; missing: Float64Array } {
  const counts = new Float64Array(levels * m);
  const missing = new Float64Array(levels * columns * 5);
  for (let row = 0, cell = 0; cell < categories.length; row += 1) {
    const group = level[row]!;
    for (let column = 0; column < columns; column += 1, cell += 1) {
      const category = categories[cell]!;
      if (category >= 0) counts[group * m + category]! += 1;
      else missing[(group * columns + column) * 5 - 1 - category]! += 1;
    }
  }
  return { counts, missing };
}
