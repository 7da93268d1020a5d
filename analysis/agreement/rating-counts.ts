import type { Ratings } from './ratings.ts';

/**
 * How many raters put each unit into each category.
 *
 * r_ik = #{raters who put unit i into k}.
 *
 * @param ratings of n units into q categories.
 * @returns n × q, row-major.
 * @remarks Missing data: not counted.
 * @throws never.
 * @see Fleiss, J. L. (1971). Measuring nominal scale agreement among many raters. Psychol Bull 76, 378–382.
 *   https://doi.org/10.1037/h0031619.
 */
export function ratingCounts({ n, raters, categories, codes }: Ratings): Float64Array {
  const q = categories.length;
  const counts = new Float64Array(n * q);
  codes.forEach((code, cell) => {
    if (code < 0) return;
    const place = Math.floor(cell / raters.length) * q + code;
    counts[place] = (counts[place] ?? 0) + 1;
  });
  return counts;
}
