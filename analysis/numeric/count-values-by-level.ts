import type { NumberedValues } from './number-values.ts';

/**
 * Counts how often each distinct value occurs within each level of a grouping.
 *
 * N[g, v] = Σ_r 1{g_r = g} 1{x_r = v} over the distinct values v.
 *
 * @param numbered the values, as `numberValues` gives them.
 * @param level one per row, 0 … levels − 1.
 * @param levels number of levels.
 * @returns one array of counts per level, in the order of the values.
 * @remarks Missing data: not counted.
 * @throws never; the caller has checked lengths.
 * @see Greenacre, M. (2017). Correspondence Analysis in Practice (3rd ed.), chapter 18. Checked against
 *   counting by hand.
 */
export function countValuesByLevel(
  { values, index }: NumberedValues,
  level: Int32Array,
  levels: number,
): Uint32Array[] {
  const width = values.length;
  const counts = new Uint32Array(levels * width);
  for (let row = 0; row < index.length; row += 1) {
    if (index[row]! >= 0) counts[level[row]! * width + index[row]!]! += 1;
  }
  return Array.from({ length: levels }, (_, own) =>
    counts.subarray(own * width, own * width + width),
  );
}
