import type { Interval, NotEstimable } from '../estimate.ts';
import { midRanks } from '../numeric/mid-ranks.ts';
import { normalProbability } from '../numeric/normal-probability.ts';
import { normalQuantile } from '../numeric/normal-quantile.ts';
import { rankSumExactP } from '../numeric/rank-sum-exact-p.ts';
import { tieSum } from './tie-sum.ts';

export type MannWhitney =
  | {
      readonly ok: true;
      /** Pairs in which the first group is higher, ties half: W of R. */
      readonly u: number;
      /** Normal approximation with tie correction, with and without continuity correction. */
      readonly pCorrected: number;
      readonly pUncorrected: number;
      /** Without ties and with both groups below 50; otherwise null. */
      readonly pExact: number | null;
      /** P(first > second) + ½ P(equal). */
      readonly probabilityOfSuperiority: number;
      /** 2 · probability of superiority − 1, which is Cliff's delta. */
      readonly rankBiserial: { readonly value: number; readonly interval: Interval };
    }
  | NotEstimable;

const LARGEST_EXACT = 50;

/**
 * The Mann–Whitney test of two independent groups, with the probability of superiority.
 *
 * U = Σ R₁ − n₁(n₁ + 1)/2; Var U = n₁n₂/12 (n + 1 − Σ(t³ − t)/(n(n − 1))); r_rb = 2U/(n₁n₂) − 1, interval
 * tanh(artanh r ± z √((n₁ + n₂ + 1)/(3 n₁ n₂))).
 *
 * @param first, second values of the groups; no NaN.
 * @param level confidence level in (0, 1).
 * @returns two-sided p; probability in [0, 1], ½ when neither group tends to be higher.
 * @remarks Missing data: to be left out before. An empty group: 'too-few-respondents'; all values equal:
 *   'zero-variance'.
 * @throws DomainError of `normalQuantile`.
 * @see Mann, H. B., Whitney, D. R. (1947). https://doi.org/10.1214/aoms/1177730491; Kerby, D. S. (2014).
 *   https://doi.org/10.2466/11.IT.3.1. Reference values: R 4.2.2 `wilcox.test`, effectsize 0.8.3.
 */
export function mannWhitney(first: Float64Array, second: Float64Array, level = 0.95): MannWhitney {
  const [n1, n2] = [first.length, second.length];
  const n = n1 + n2;
  if (n1 === 0 || n2 === 0) return { ok: false, reason: 'too-few-respondents' };
  const pooled = Float64Array.from([...first, ...second]);
  const ranks = midRanks(pooled);
  const ties = tieSum(pooled);
  const variance = ((n1 * n2) / 12) * (n + 1 - ties / (n * (n - 1)));
  if (!(variance > 0)) return { ok: false, reason: 'zero-variance' };
  const u = ranks.subarray(0, n1).reduce((sum, rank) => sum + rank, 0) - (n1 * (n1 + 1)) / 2;
  const away = Math.abs(u - (n1 * n2) / 2);
  const p = (distance: number) => 2 * normalProbability(-distance / Math.sqrt(variance));
  const r = (2 * u) / (n1 * n2) - 1;
  const margin = normalQuantile((1 + level) / 2) * Math.sqrt((n + 1) / (3 * n1 * n2));
  const isExact = ties === 0 && n1 < LARGEST_EXACT && n2 < LARGEST_EXACT;
  return {
    ok: true,
    u,
    pCorrected: Math.min(1, p(Math.max(0, away - 0.5))),
    pUncorrected: p(away),
    pExact: isExact ? rankSumExactP(u, n1, n2) : null,
    probabilityOfSuperiority: u / (n1 * n2),
    rankBiserial: {
      value: r,
      interval: [Math.tanh(Math.atanh(r) - margin), Math.tanh(Math.atanh(r) + margin)],
    },
  };
}
