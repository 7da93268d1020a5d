import { DomainError } from '../errors.ts';
import type { Interval, NotEstimable } from '../estimate.ts';
import { findRoot } from '../numeric/find-root.ts';
import { logGamma } from '../numeric/log-gamma.ts';

export interface FisherExact {
  readonly ok: true;
  /** Sum of the probabilities of all tables not likelier than the one observed. */
  readonly p: number;
  /** Conditional maximum likelihood; not ad/bc. 0 or Infinity at the border. */
  readonly conditionalOddsRatio: number;
  /** Of the conditional odds ratio, exact. */
  readonly interval: Interval;
}

export interface FisherSettings {
  /** Confidence level in (0, 1). Default .95. */
  readonly level?: number | undefined;
  /** Where the search for an odds ratio may stop. Default 0; R stops at 1.2e-4, and shows it. */
  readonly searchTolerance?: number | undefined;
}

const logChoose = (n: number, k: number) => {
  return logGamma(n + 1) - logGamma(k + 1) - logGamma(n - k + 1);
};

/**
 * A root ω > 0 of a monotone function, looked for below 1 or, by its reciprocal, above.
 *
 * R searches on the same two scales, so that its stop can be followed.
 */
function rootOfOdds(f: (odds: number) => number, isBelow: boolean, tolerance: number): number {
  if (isBelow) return findRoot(f, 0, 1, tolerance);
  return 1 / findRoot((t) => f(1 / t), Number.EPSILON, 1, tolerance);
}

/**
 * Fisher's exact test of a 2 × 2 table, with the conditional odds ratio.
 *
 * P(x | ω) ∝ C(m, x) C(n, k − x) ω^x; p at ω = 1; ω̂: E(X | ω̂) = x; limits: P(X ≥ x | ω_L) = P(X ≤ x | ω_U) =
 * (1 − level)/2.
 *
 * @param counts [a, b, c, d], row by row, whole numbers ≥ 0.
 * @param settings confidence level; where the search stops.
 * @returns p in [0, 1], odds ratio of the first column in the first row against the second.
 * @remarks Missing data: not in the counts. A margin of 0: 'zero-variance'. x at its bound: 0 or Infinity, with
 *   an interval open on that side.
 * @throws DomainError 'counts'.
 * @see Fisher, R. A. (1935). https://doi.org/10.2307/2342435; Cornfield, J. (1956). A statistical problem arising
 *   from retrospective studies. Proc. Third Berkeley Symp. 4, 135–148. Reference values: R 4.2.2 `fisher.test`.
 */
export function fisherExact(
  counts: readonly number[],
  { level = 0.95, searchTolerance: stop = 0 }: FisherSettings = {},
): FisherExact | NotEstimable {
  const [a = NaN, b = NaN, c = NaN, d = NaN] = counts;
  if (![a, b, c, d].every((count) => Number.isInteger(count) && count >= 0)) {
    throw new DomainError('counts');
  }
  const [m, n, k] = [a + c, b + d, a + b];
  if (m === 0 || n === 0 || k === 0 || c + d === 0) return { ok: false, reason: 'zero-variance' };
  const [lowest, highest] = [Math.max(0, k - n), Math.min(k, m)];
  const support = Array.from({ length: highest - lowest + 1 }, (_, i) => lowest + i);
  const logs = support.map((x) => logChoose(m, x) + logChoose(n, k - x));
  const density = (odds: number) => {
    const terms = logs.map((log, i) => log + Math.log(odds) * (support[i] ?? 0));
    const most = Math.max(...terms);
    const weights = terms.map((term) => Math.exp(term - most));
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    return weights.map((weight) => weight / total);
  };
  const sumWhere = (odds: number, counted: (x: number) => boolean) => {
    if (odds === 0) return Number(counted(lowest));
    return density(odds).reduce((s, share, i) => s + (counted(support[i] ?? 0) ? share : 0), 0);
  };
  const expected = (odds: number) => {
    if (odds === 0) return lowest;
    return density(odds).reduce((sum, share, i) => sum + share * (support[i] ?? 0), 0);
  };
  const atOne = density(1);
  // Tables of equal probability differ in the last digits.
  const limit = (atOne[a - lowest] ?? 0) * (1 + 1e-7);
  const tail = (1 - level) / 2;
  const upperTail = (odds: number) => sumWhere(odds, (x) => x >= a) - tail;
  const lowerTail = (odds: number) => sumWhere(odds, (x) => x <= a) - tail;
  const surplus = (odds: number) => expected(odds) - a;
  const [isLowest, isHighest] = [a === lowest, a === highest];
  const estimate = () => rootOfOdds(surplus, surplus(1) > 0, stop);
  return {
    ok: true,
    p: Math.min(
      1,
      atOne.reduce((sum, share) => sum + (share <= limit ? share : 0), 0),
    ),
    conditionalOddsRatio: isLowest ? 0 : isHighest ? Infinity : estimate(),
    interval: [
      isLowest ? 0 : rootOfOdds(upperTail, upperTail(1) > 0, stop),
      isHighest ? Infinity : rootOfOdds(lowerTail, lowerTail(1) < 0, stop),
    ],
  };
}
