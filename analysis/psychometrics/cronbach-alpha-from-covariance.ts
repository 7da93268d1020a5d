import type { Matrix } from 'ml-matrix';
import type { Estimate } from '../estimate.ts';

/**
 * Cronbach's coefficient alpha of a covariance matrix (raw alpha); of a correlation matrix,
 * standardised alpha.
 *
 * α = k/(k − 1) · (1 − Σ_i c_ii / Σ_i Σ_j c_ij).
 *
 * @param covariance k × k, of the item scores after reverse-keying.
 * @returns (−∞, 1]; higher is more consistent; negative when items oppose each other, usually a key
 *   that was not reversed.
 * @remarks Missing data: as in the matrix given. Items without variance stay in (k counts them). Fewer
 *   than two items: 'too-few-items'; NaN in the matrix: 'too-few-respondents'; a sum without variance:
 *   'zero-variance'.
 * @throws never.
 * @see Cronbach, L. J. (1951). Coefficient alpha and the internal structure of tests. Psychometrika
 *   16, 297–334, eq. 2. https://doi.org/10.1007/BF02310555. Reference values: psych 2.2.9 `alpha`.
 */
export function cronbachAlphaFromCovariance(covariance: Matrix): Estimate {
  const k = covariance.rows;
  if (k < 2) return { ok: false, reason: 'too-few-items' };
  const variances = covariance.trace();
  const total = covariance.sum();
  if (Number.isNaN(total)) return { ok: false, reason: 'too-few-respondents' };
  if (total <= 1e-12 * variances) return { ok: false, reason: 'zero-variance' };
  // Rounding must not lift equal items above 1.
  return { ok: true, value: Math.min(1, (k / (k - 1)) * (1 - variances / total)) };
}
