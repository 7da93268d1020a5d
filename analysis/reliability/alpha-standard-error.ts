import { Matrix } from 'ml-matrix';
import type { Estimate } from '../estimate.ts';

/**
 * The large-sample standard error of coefficient alpha, without equal correlations being assumed.
 *
 * Q = 2k² / ((k − 1)² V³) · (V (tr C² + tr² C) − 2 tr C · 1′C²1), V = 1′C1; SE = √(Q/n).
 *
 * @param covariance C, k × k, of item scores (raw α) or their correlations (standardised α).
 * @param n respondents it rests on.
 * @returns SE ≥ 0; α ± z·SE is the interval of Duhachek and Iacobucci.
 * @remarks Missing data: as in the matrix given. Fewer than two items: 'too-few-items'; no respondents or NaN:
 *   'too-few-respondents'; a sum without variance: 'zero-variance'. Assumes normal items.
 * @throws never.
 * @see van Zyl, J. M., Neudecker, H., Nel, D. G. (2000). On the distribution of the maximum likelihood
 *   estimator of Cronbach's alpha. Psychometrika 65, 271–280. https://doi.org/10.1007/BF02296146; Duhachek,
 *   A., Iacobucci, D. (2004). Alpha's standard error (ASE). J Appl Psychol 89, 792–808.
 *   https://doi.org/10.1037/0021-9010.89.5.792. Reference values: psych 2.2.9 `alpha` (ase).
 */
export function alphaStandardError(covariance: Matrix, n: number): Estimate {
  const k = covariance.rows;
  if (k < 2) return { ok: false, reason: 'too-few-items' };
  const total = covariance.sum();
  const trace = covariance.trace();
  if (Number.isNaN(total) || n < 2) return { ok: false, reason: 'too-few-respondents' };
  if (total <= 1e-12 * trace) return { ok: false, reason: 'zero-variance' };
  const squares = Matrix.pow(covariance, 2).sum();
  const sums = covariance.sum('row').reduce((sum, row) => sum + row * row, 0);
  const bracket = total * (squares + trace * trace) - 2 * trace * sums;
  const q = ((2 * k * k) / ((k - 1) ** 2 * total ** 3)) * bracket;
  // Rounding may leave a tiny negative number where items agree perfectly.
  return { ok: true, value: Math.sqrt(Math.max(0, q) / n) };
}
