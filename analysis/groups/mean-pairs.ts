import type { Interval } from '../estimate.ts';
import { studentisedRangeP } from '../numeric/studentised-range-p.ts';
import { studentisedRangeQuantile } from '../numeric/studentised-range-quantile.ts';
import type { GroupMoments } from './group-moments.ts';

export interface MeanPair {
  readonly first: string;
  readonly second: string;
  /** Mean of the second minus mean of the first. */
  readonly difference: number;
  readonly standardError: number;
  readonly t: number;
  readonly degreesOfFreedom: number;
  /** Adjusted for all pairs. */
  readonly p: number;
  readonly interval: Interval;
}

/**
 * All pairs of group means, simultaneously: Tukey–Kramer (equal variances) or Games–Howell (unequal).
 *
 * p = P(Q(k, ν) ≥ |t| √2). Tukey–Kramer: SE² = MS_w (1/n_i + 1/n_j), ν = n − k; Games–Howell: SE² and ν by Welch.
 *
 * @param groups moments of the groups that occur, each of at least two people with variance.
 * @param method which of the two.
 * @param level simultaneous confidence level in (0, 1).
 * @returns k(k − 1)/2 pairs, the first group with all later ones, then the second …
 * @remarks Missing data: not in the moments. A pair without variance has t ±∞ and p 0.
 * @throws DomainError 'studentised-range'.
 * @see Kramer, C. Y. (1956). https://doi.org/10.2307/3001469; Games, P. A., Howell, J. F. (1976).
 *   https://doi.org/10.3102/10769986001002113. Reference values: R 4.2.2 `TukeyHSD`, `ptukey`.
 */
export function meanPairs(
  groups: readonly GroupMoments[],
  method: 'tukey' | 'games-howell',
  level = 0.95,
): MeanPair[] {
  const k = groups.length;
  const freedom = groups.reduce((sum, { n }) => sum + n - 1, 0);
  const pooled = groups.reduce((sum, { squares }) => sum + squares, 0) / freedom;
  const shared = method === 'tukey' ? studentisedRangeQuantile(level, k, freedom) : NaN;
  return groups.flatMap((first, i) =>
    groups.slice(i + 1).map((second): MeanPair => {
      const [e1, e2] = [first, second].map(({ n, squares }) => {
        return (method === 'tukey' ? pooled : squares / (n - 1)) / n;
      }) as [number, number];
      const standardError = Math.sqrt(e1 + e2);
      const degreesOfFreedom =
        method === 'tukey'
          ? freedom
          : (e1 + e2) ** 2 / (e1 ** 2 / (first.n - 1) + e2 ** 2 / (second.n - 1));
      const difference = second.mean - first.mean;
      const t = difference / standardError;
      const range = Math.abs(t) * Math.SQRT2;
      const quantile =
        method === 'tukey' ? shared : studentisedRangeQuantile(level, k, degreesOfFreedom);
      const margin = (quantile * standardError) / Math.SQRT2;
      return {
        ...{ first: first.level, second: second.level, difference, standardError, t },
        degreesOfFreedom,
        p: range === Infinity ? 0 : studentisedRangeP(range, k, degreesOfFreedom),
        interval: [difference - margin, difference + margin],
      };
    }),
  );
}
