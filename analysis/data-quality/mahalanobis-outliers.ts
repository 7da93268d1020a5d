import type { NotEstimable } from '../estimate.ts';
import { chiSquareP } from '../numeric/chi-square-p.ts';
import { invertPositiveDefinite } from '../numeric/dense/invert-positive-definite.ts';
import { splitPatterns } from '../numeric/normal/split-patterns.ts';
import { squaredDistances } from '../numeric/normal/squared-distances.ts';
import { completeRows } from '../table/complete-rows.ts';
import type { ItemMatrix } from '../table/item-matrix.ts';

export interface MahalanobisOutliers {
  readonly ok: true;
  /** d² per respondent; NaN where an answer is missing. */
  readonly squaredDistances: Float64Array;
  /** P(χ²_k ≥ d²). */
  readonly p: Float64Array;
}

/**
 * Squared Mahalanobis distances of respondents from the centre of the answers, with their chi-square p.
 *
 * d² = (x − x̄)′ S⁻¹ (x − x̄), S with n − 1; p from χ² with k degrees of freedom.
 *
 * @param matrix n × k answers; missing is NaN. Reverse-keying makes no difference.
 * @returns one each a respondent; small p: an unusual combination of answers.
 * @remarks Missing data: moments of complete rows; incomplete rows have NaN. No more than k complete rows:
 *   'too-few-respondents'; an item that does not vary: 'zero-variance'; an item that follows from others: 'singular'.
 * @throws never.
 * @see Mahalanobis, P. C. (1936). On the generalised distance in statistics. Proc Natl Inst Sci India 2, 49–55; Curran,
 *   P. G. (2016). https://doi.org/10.1016/j.jesp.2015.07.006. Reference values: R 4.2.2 `mahalanobis`.
 */
export function mahalanobisOutliers(matrix: ItemMatrix): MahalanobisOutliers | NotEstimable {
  const k = matrix.names.length;
  const complete = completeRows(matrix);
  if (complete.n <= k) return { ok: false, reason: 'too-few-respondents' };
  const [pattern] = splitPatterns(complete.values, k);
  if (!pattern) return { ok: false, reason: 'too-few-respondents' };
  const { n, covariance } = pattern;
  const varies = matrix.names.every((_, i) => (covariance[i * (k + 1)] ?? 0) > 0);
  if (!varies) return { ok: false, reason: 'zero-variance' };
  const inverse = invertPositiveDefinite(
    covariance.map((value) => (value * n) / (n - 1)),
    k,
  );
  if (!inverse) return { ok: false, reason: 'singular' };
  const found = squaredDistances(pattern, inverse.inverse);
  let next = 0;
  const distances = Float64Array.from({ length: matrix.n }, (_, row) => {
    if (matrix.values.subarray(row * k, (row + 1) * k).some(Number.isNaN)) return NaN;
    next += 1;
    return Math.max(0, found[next - 1] ?? NaN);
  });
  const p = distances.map((d) => (Number.isNaN(d) ? NaN : chiSquareP(d, k)));
  return { ok: true, squaredDistances: distances, p };
}
