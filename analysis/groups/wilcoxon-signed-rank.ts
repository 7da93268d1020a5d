import type { Interval, NotEstimable } from '../estimate.ts';
import { midRanks } from '../numeric/mid-ranks.ts';
import { normalProbability } from '../numeric/normal-probability.ts';
import { normalQuantile } from '../numeric/normal-quantile.ts';
import { signedRankExactP } from '../numeric/signed-rank-exact-p.ts';
import { tieSum } from './tie-sum.ts';

export type WilcoxonSignedRank =
  | {
      readonly ok: true;
      /** Sum of the ranks of positive differences: V of R. */
      readonly v: number;
      /** Differences that are not zero; the others are left out. */
      readonly nonZero: number;
      /** Normal approximation with tie correction, with and without continuity correction. */
      readonly pCorrected: number;
      readonly pUncorrected: number;
      /** Without ties or zeros and with fewer than 50 pairs; otherwise null. */
      readonly pExact: number | null;
      /** Matched pairs: share of rank sum that favours an increase minus the share against it. */
      readonly rankBiserial: { readonly value: number; readonly interval: Interval };
    }
  | NotEstimable;

const LARGEST_EXACT = 50;

/**
 * Wilcoxon's signed-rank test of paired differences, with the matched-pairs rank-biserial correlation.
 *
 * V = Σ_{d > 0} rank |d|; Var V = n(n + 1)(2n + 1)/24 − Σ(t³ − t)/48; r = 4V/(n(n + 1)) − 1, interval
 * tanh(artanh r ± z √(n(n + 1)(2n + 1)/6) / (n(n + 1)/2)).
 *
 * @param differences later − earlier; no NaN.
 * @param level confidence level in (0, 1).
 * @returns two-sided p; r in [−1, 1], positive: higher later.
 * @remarks Missing data: to be left out before. Zeros are dropped (Wilcoxon). No differences:
 *   'too-few-respondents'; all zero: 'zero-variance'.
 * @throws DomainError of `normalQuantile`.
 * @see Wilcoxon, F. (1945). https://doi.org/10.2307/3001968; Kerby, D. S. (2014).
 *   https://doi.org/10.2466/11.IT.3.1. Reference values: R 4.2.2 `wilcox.test(paired = TRUE)`, effectsize 0.8.3.
 */
export function wilcoxonSignedRank(differences: Float64Array, level = 0.95): WilcoxonSignedRank {
  if (differences.length === 0) return { ok: false, reason: 'too-few-respondents' };
  const changed = differences.filter((d) => d !== 0);
  const n = changed.length;
  if (n === 0) return { ok: false, reason: 'zero-variance' };
  const sizes = changed.map(Math.abs);
  const ties = tieSum(sizes);
  const v = midRanks(sizes).reduce((sum, rank, place) => {
    return sum + ((changed[place] ?? 0) > 0 ? rank : 0);
  }, 0);
  const most = (n * (n + 1)) / 2;
  const squares = most * (2 * n + 1);
  const sd = Math.sqrt(squares / 12 - ties / 48);
  const away = Math.abs(v - most / 2);
  const p = (distance: number) => 2 * normalProbability(-distance / sd);
  const r = (2 * v) / most - 1;
  const margin = (normalQuantile((1 + level) / 2) * Math.sqrt(squares / 3)) / most;
  const isExact = ties === 0 && n === differences.length && n < LARGEST_EXACT;
  return {
    ...{ ok: true, v, nonZero: n },
    pCorrected: Math.min(1, p(Math.max(0, away - 0.5))),
    pUncorrected: p(away),
    pExact: isExact ? signedRankExactP(v, n) : null,
    rankBiserial: {
      value: r,
      interval: [Math.tanh(Math.atanh(r) - margin), Math.tanh(Math.atanh(r) + margin)],
    },
  };
}
