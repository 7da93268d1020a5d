import type { NotEstimable } from '../../estimate.ts';

/**
 * Centre and standard deviation of a baseline, for EWMA and CUSUM charts.
 *
 * x̄ = Σ x/n; s = √(Σ (x − x̄)²/(n − 1)).
 *
 * @param values of the baseline; missing is NaN.
 * @returns mean and s > 0.
 * @remarks Missing data: NaN is passed over. Fewer than two values: 'too-few-points'; no change: 'zero-variance'.
 *   A baseline that drifts makes s too large and the charts slow; moving ranges would make them too quick where
 *   neighbours are alike.
 * @throws never.
 * @see Montgomery, D. C. (2013). Introduction to Statistical Quality Control (7th ed.), 9.1. Reference values:
 *   R 4.2.2 `sd`, as given to qcc 2.7.
 */
export function baselineMoments(
  values: readonly number[],
): { readonly ok: true; readonly mean: number; readonly sd: number } | NotEstimable {
  const known = values.filter((value) => !Number.isNaN(value));
  const n = known.length;
  if (n < 2) return { ok: false, reason: 'too-few-points' };
  const mean = known.reduce((sum, value) => sum + value, 0) / n;
  const squares = known.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  if (!(squares > 0)) return { ok: false, reason: 'zero-variance' };
  return { ok: true, mean, sd: Math.sqrt(squares / (n - 1)) };
}
