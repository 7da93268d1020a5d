import type { Ratings } from './ratings.ts';

/** Ratings of some raters, by index; with `complete`, of the units that all raters of `ratings` rated. */
export function selectRatings(
  ratings: Ratings,
  chosen: readonly number[],
  complete: boolean,
): Ratings {
  const m = ratings.raters.length;
  const kept: number[] = [];
  let n = 0;
  for (let unit = 0; unit < ratings.n; unit += 1) {
    const codes = ratings.codes.subarray(unit * m, (unit + 1) * m);
    if (complete && codes.some((code) => code < 0)) continue;
    for (const rater of chosen) kept.push(codes[rater] ?? -1);
    n += 1;
  }
  const raters = chosen.map((rater) => ratings.raters[rater] ?? '');
  return { ...ratings, raters, n, codes: Int32Array.from(kept) };
}
