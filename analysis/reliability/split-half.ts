import type { Matrix } from 'ml-matrix';
import type { NotEstimable } from '../estimate.ts';

export type SplitHalf =
  | {
      readonly ok: true;
      /** Correlation of the two half scores. */
      readonly correlation: number;
      /** For halves of equal length. */
      readonly spearmanBrown: number;
      /** For halves of unequal length. */
      readonly horst: number;
      /** Guttman–Flanagan–Rulon (λ4 of this split): the halves' variances may differ. */
      readonly guttman: number;
    }
  | NotEstimable;

/**
 * Reliability of the whole scale from one split into two halves A and B.
 *
 * Spearman–Brown 2r/(1 + r); Horst (r √(r² + 4pq(1 − r²)) − r²) / (2pq(1 − r²)), p and q the shares of the
 * items in the halves (for p = q it is Spearman–Brown); Guttman 4 c_AB/V.
 *
 * @param covariance k × k, of the item scores.
 * @param firstHalf indexes of the items in A, at least one and not all.
 * @returns coefficients in (−∞, 1], r in [−1, 1].
 * @remarks Missing data: as in the matrix given. For r < 0 Horst's root is taken with the sign of r: the
 *   printed formula holds for r ≥ 0 and would make opposing halves look reliable. A half of no items:
 *   'too-few-items'; NaN: 'too-few-respondents'; a half, or the sum, without variance: 'zero-variance';
 *   |r| = 1: 'perfect-correlation'.
 * @throws never.
 * @see Horst, P. (1951). Estimating total test reliability from parts of unequal length. Educ Psychol Meas
 *   11, 368–371. https://doi.org/10.1177/001316445101100306; Rulon, P. J. (1939). Harvard Educ Rev 9, 99–103;
 *   Warrens, M. J. (2016). https://doi.org/10.1007/s00357-016-9202-6. Reference values: R 4.2.2.
 */
export function splitHalf(covariance: Matrix, firstHalf: readonly number[]): SplitHalf {
  const k = covariance.rows;
  const isFirst = Array.from({ length: k }, (_, item) => firstHalf.includes(item));
  const share = isFirst.filter(Boolean).length / k;
  if (!(share > 0 && share < 1)) return { ok: false, reason: 'too-few-items' };
  let [a, b, cross] = [0, 0, 0];
  for (let i = 0; i < k; i += 1) {
    for (let j = 0; j < k; j += 1) {
      const value = covariance.get(i, j);
      if (isFirst[i] !== isFirst[j]) cross += value / 2;
      else if (isFirst[i]) a += value;
      else b += value;
    }
  }
  const total = a + b + 2 * cross;
  if (Number.isNaN(total)) return { ok: false, reason: 'too-few-respondents' };
  const least = 1e-12 * covariance.trace();
  if (a <= least || b <= least || total <= least) return { ok: false, reason: 'zero-variance' };
  const r = cross / Math.sqrt(a * b);
  const rest = 1 - r * r;
  if (rest < 1e-12) return { ok: false, reason: 'perfect-correlation' };
  const pq = share * (1 - share);
  return {
    ok: true,
    correlation: r,
    spearmanBrown: (2 * r) / (1 + r),
    horst: (r * Math.sqrt(r * r + 4 * pq * rest) - r * r) / (2 * pq * rest),
    guttman: (4 * cross) / total,
  };
}
