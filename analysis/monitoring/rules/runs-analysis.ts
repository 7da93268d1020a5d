import { logGamma } from '../../numeric/log-gamma.ts';
import type { ChartPoint } from '../charts/control-chart.ts';
import { sideOfCentre } from './side-of-centre.ts';

export interface RunsAnalysis {
  /** Points off the centre line. */
  readonly useful: number;
  readonly longestRun: number;
  readonly longestRunLimit: number;
  readonly crossings: number;
  readonly fewestCrossings: number;
  /** A run that is too long or crossings that are too few. */
  readonly isSignal: boolean;
}

/** Smallest x with P(X ≤ x) ≥ 5 %, X binomial of n fair draws. */
function fewestOf(n: number): number {
  // 2⁻ⁿ is 0 from n = 1075 on: each term is reckoned by its logarithm.
  const all = logGamma(n + 1) - n * Math.LN2;
  const chance = (x: number) => Math.exp(all - logGamma(x + 1) - logGamma(n - x + 1));
  let [x, sum] = [0, chance(0)];
  while (x < n && sum < 0.05) {
    x += 1;
    sum += chance(x);
  }
  return x;
}

/**
 * Whether a series wanders: one run about the centre line that is too long, or too few crossings of it.
 *
 * Longest run > round(log₂ n + 3), or crossings < the 5 % quantile of Bin(n − 1, ½), n points off the line.
 *
 * @param points of a stage, or of a whole chart.
 * @returns runs, crossings and their limits; a signal for series of any length, at about 5 % in all.
 * @remarks Missing data: points exist for periods with a value alone; those on the line are left out. With fewer
 *   than two useful points nothing is a signal.
 * @throws never.
 * @see Anhøj, J., Olesen, A. V. (2014). Run charts revisited. PLoS ONE 9, e113825.
 *   https://doi.org/10.1371/journal.pone.0113825. Reference values: qicharts2; of long
 *   series `binom.ppf` of SciPy 1.17.1, R's `qbinom`.
 */
export function runsAnalysis(points: readonly ChartPoint[]): RunsAnalysis {
  const sides = points.map((point) => sideOfCentre(point)).filter((side) => side !== null);
  let [longestRun, crossings, run] = [0, 0, 0];
  for (const [i, side] of sides.entries()) {
    const isCrossing = i > 0 && side !== sides[i - 1];
    if (isCrossing) crossings += 1;
    run = isCrossing ? 1 : run + 1;
    longestRun = Math.max(longestRun, run);
  }
  const useful = sides.length;
  const longestRunLimit = useful > 0 ? Math.round(Math.log2(useful) + 3) : 0;
  const fewestCrossings = useful > 1 ? fewestOf(useful - 1) : 0;
  const isSignal = longestRun > longestRunLimit || crossings < fewestCrossings;
  return { useful, longestRun, longestRunLimit, crossings, fewestCrossings, isSignal };
}
