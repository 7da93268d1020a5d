/**
 * Counts how often each distinct number occurs within each level of a grouping.
 *
 * N[g, v] = Σ_r 1{g_r = g} 1{x_r = v} over the distinct values v.
 *
 * @param values one per row; missing is NaN.
 * @param level one per row, 0 … levels − 1.
 * @param levels number of levels.
 * @returns one array of counts per level, all over the same distinct values in order of appearance.
 * @remarks Missing data: NaN is not counted. −0 and 0 are the same value.
 * @throws never; the caller has checked lengths.
 * @see Greenacre, M. (2017). Correspondence Analysis in Practice (3rd ed.), chapter 18. Checked against
 *   counting by hand.
 */
export function countValuesByLevel(
  values: Float64Array,
  level: Int32Array,
  levels: number,
): Float64Array[] {
  const numberOf = new Map<number, number>();
  const index = new Int32Array(values.length);
  for (let row = 0; row < values.length; row += 1) {
    const value = values[row]!;
    let found = Number.isNaN(value) ? -1 : numberOf.get(value);
    if (found === undefined) {
      found = numberOf.size;
      numberOf.set(value, found);
    }
    index[row] = found;
  }
  const counts = Array.from({ length: levels }, () => new Float64Array(numberOf.size));
  for (let row = 0; row < values.length; row += 1) {
    if (index[row]! >= 0) counts[level[row]!]![index[row]!]! += 1;
  }
  return counts;
}
