import type { NotEstimable } from '../estimate.ts';
import { chiSquareP } from '../numeric/chi-square-p.ts';
import { tieSum } from '../groups/tie-sum.ts';
import { midRanks } from '../numeric/mid-ranks.ts';

export type KendallW =
  | {
      readonly ok: true;
      readonly value: number;
      readonly chiSquare: number;
      readonly degreesOfFreedom: number;
      readonly p: number;
    }
  | NotEstimable;

/**
 * Kendall's coefficient of concordance of m raters, corrected for ties.
 *
 * W = (12 Σ R_i² − 3 m² n (n + 1)²) / (m² n (n² − 1) − m Σ_j T_j), R_i the sum of unit i's mid-ranks, T_j =
 * Σ (t³ − t) over the ties of rater j; χ² = m (n − 1) W on n − 1 degrees of freedom.
 *
 * @param scores one list of n scores per rater.
 * @returns W in [0, 1]; 1: all rank alike.
 * @remarks Missing data: complete units. Fewer than two units: 'too-few-respondents'; every rater gives all units
 *   the same score: 'zero-variance'.
 * @throws never.
 * @see Kendall, M. G., Babington Smith, B. (1939). Ann Math Stat 10, 275–287.
 *   https://doi.org/10.1214/aoms/1177732186; Siegel, S., Castellan, N. J. (1988). Nonparametric Statistics, 9.6.
 *   Reference values: irr 0.84.1 `kendall(correct = TRUE)`.
 */
export function kendallW(scores: readonly Float64Array[]): KendallW {
  const m = scores.length;
  const n = scores[0]?.length ?? 0;
  if (n < 2) return { ok: false, reason: 'too-few-respondents' };
  const sums = new Float64Array(n);
  let ties = 0;
  for (const own of scores) {
    midRanks(own).forEach((rank, unit) => (sums[unit] = (sums[unit] ?? 0) + rank));
    ties += tieSum(own);
  }
  const room = m * m * n * (n * n - 1) - m * ties;
  if (room <= 0) return { ok: false, reason: 'zero-variance' };
  const squares = sums.reduce((sum, value) => sum + value * value, 0);
  const value = (12 * squares - 3 * m * m * n * (n + 1) ** 2) / room;
  const chiSquare = Math.max(0, m * (n - 1) * value);
  const degreesOfFreedom = n - 1;
  const p = chiSquareP(chiSquare, degreesOfFreedom);
  return { ok: true, value, chiSquare, degreesOfFreedom, p };
}
