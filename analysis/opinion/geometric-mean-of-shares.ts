import { quantileOfSorted } from '../descriptives/quantile-of-sorted.ts';
import type { Interval } from '../estimate.ts';
import { drawBeta } from '../numeric/draw-beta.ts';
import { seededGenerator } from '../numeric/seeded-generator.ts';

export type SharedOpinion = {
  /** In (0, 1). */
  readonly value: number;
  readonly interval: Interval;
};

const draws = 1000;

/**
 * How far all of several groups share an answer: the geometric mean of their shares.
 *
 * C = (Π_g p_g)^{1/G}, p_g = (x_g + ½)/(n_g + 1); its interval from 1,000 draws of p_g ~ Beta(x_g + ½, n_g − x_g + ½).
 *
 * @param counts of each group how many of those who saw the statement gave the answer, [x, n].
 * @param seed of the draws; equal counts have equal intervals.
 * @param level of the interval, in (0, 1).
 * @returns (0, 1): near 1 only where every group gives the answer; the number of groups does not matter, as it
 *   does for the product.
 * @remarks Missing data: a group that saw nothing has the prior's ½ and widens the interval. No groups: ½.
 * @throws never.
 * @see Small, C. et al. (2021). Polis. RECERCA 26(2). https://doi.org/10.6035/recerca.5516 (the product of shares,
 *   there with Laplace's prior, which draws small groups to ½)
 */
export function geometricMeanOfShares(
  counts: readonly (readonly [x: number, n: number])[],
  seed: number,
  level = 0.95,
): SharedOpinion {
  const mean = (shares: readonly number[]) =>
    shares.length === 0
      ? 0.5
      : Math.exp(shares.reduce((sum, p) => sum + Math.log(p), 0) / shares.length);
  const random = seededGenerator(seed);
  const drawn = Float64Array.from({ length: draws }, () =>
    mean(counts.map(([x, n]) => drawBeta(x + 0.5, n - x + 0.5, random))),
  ).sort();
  return {
    value: mean(counts.map(([x, n]) => (x + 0.5) / (n + 1))),
    interval: [quantileOfSorted(drawn, (1 - level) / 2), quantileOfSorted(drawn, (1 + level) / 2)],
  };
}
